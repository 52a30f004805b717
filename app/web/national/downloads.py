"""The proposals as files: a mapping set in SSSOM's table, and the workbook of all holdings."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from app.assembly import Workspace
from app.web.language import language_now, say
from kg.exports.holdings import Holdings
from kg.exports.mapping_table import write_sssom
from kg.exports.sheets import write_sheets

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(workspace: Workspace, document: str) -> None:
    """Draw the downloads; a file is made when it is asked for.

    Args:
        workspace: The current build.
        document: The document that the mapping set is limited to, or ``all``.
    """
    language = language_now()

    def sssom() -> bytes:
        rows = [row for row in workspace.mappings if document in ("all", row.subject.document)]
        with TemporaryDirectory() as folder:
            target = Path(folder) / "mappings.sssom.tsv"
            write_sssom(target, workspace.snapshot.graph, (row.claim for row in rows))
            return target.read_bytes()

    def sheets() -> bytes:
        with TemporaryDirectory() as folder:
            target = Path(folder) / "gongbiao.xlsx"
            write_sheets(target, Holdings(workspace.documents, workspace.snapshot.graph, workspace.mappings, language))
            return target.read_bytes()

    with st.container(horizontal=True, gap="small", key="map-downloads"):
        st.download_button(
            say("下载推定对应（SSSOM）"), sssom, "gongbiao-mappings.sssom.tsv", "text/tab-separated-values",
            on_click="ignore", key="download-sssom",
        )  # fmt: skip
        st.download_button(
            say("下载工作簿（Excel）"), sheets, "gongbiao.xlsx", _SHEET, on_click="ignore", key="download-xlsx"
        )
