"""Charts, the one door to Plotly: what people would rather look at than read, in fonts that hold Chinese.

Colours are told apart by the colour-blind (M. Okabe and K. Ito's palette), and every chart says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

from app.web.theme import FONTS

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_CLEAR = "rgba(0,0,0,0)"
_GREY = "#7c8792"
_ROW = 26


def draw_radar(axes: Sequence[str], series: Mapping[str, Sequence[float]], told: str, key: str) -> None:
    """Draw shares around a circle.

    Args:
        axes: What is measured, at least three.
        series: For each name its share of each axis, 0 to 1.
        told: What the chart shows, for those who listen.
        key: Names it among the page's elements.
    """
    figure = go.Figure()
    for number, (name, shares) in enumerate(series.items()):
        figure.add_scatterpolar(
            r=[*shares, shares[0]], theta=[*axes, axes[0]], name=name, fill="toself", opacity=0.75,
            line={"color": COLOURS[number % len(COLOURS)]},
            hovertemplate="%{theta}：%{r:.0%}<extra>" + name + "</extra>",
        )  # fmt: skip
    circle = {"gridcolor": _GREY, "linecolor": _GREY}
    figure.update_layout(
        polar={
            "bgcolor": _CLEAR,
            "radialaxis": {**circle, "range": [0, 1], "tickformat": ".0%", "nticks": 5},
            "angularaxis": circle,
        },
        showlegend=len(series) > 1,
        margin={"l": 70, "r": 70, "t": 30, "b": 30},
    )
    _draw(figure, told, key, 380)


def draw_heat(
    rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float | None]], told: str, key: str
) -> None:
    """Draw a table of numbers by how dark its cells are; each cell also shows its number.

    Args:
        rows: The rows' names, from the top.
        columns: The columns' names.
        values: A number for each column of each row; None where there is none.
        told: What the chart shows, for those who listen.
        key: Names it among the page's elements.
    """
    figure = go.Figure(
        go.Heatmap(
            z=[list(row) for row in values],
            x=list(columns),
            y=list(rows),
            texttemplate="%{z}",
            xgap=2,
            ygap=2,
            colorscale=[[0, "#e8f1f8"], [1, COLOURS[0]]],
            showscale=False,
            hoverongaps=False,
            hovertemplate="%{y} · %{x}：%{z}<extra></extra>",
        )
    )
    figure.update_yaxes(autorange="reversed", automargin=True)
    figure.update_xaxes(side="top", automargin=True)
    figure.update_layout(margin={"l": 10, "r": 10, "t": 30, "b": 10})
    _draw(figure, told, key, _ROW * len(rows) + 90)


def draw_bars(names: Sequence[str], series: Mapping[str, Sequence[float]], told: str, key: str) -> None:
    """Draw lying bars, one above the other, a colour for each part.

    Args:
        names: What each bar is of, from the top.
        series: For each part its length in each bar.
        told: What the chart shows, for those who listen.
        key: Names it among the page's elements.
    """
    figure = go.Figure()
    for number, (name, lengths) in enumerate(series.items()):
        figure.add_bar(
            y=list(names), x=list(lengths), name=name, orientation="h", marker_color=COLOURS[number % len(COLOURS)],
            hovertemplate="%{y}：%{x}<extra>" + name + "</extra>",
        )  # fmt: skip
    figure.update_yaxes(autorange="reversed", automargin=True)
    figure.update_layout(
        barmode="stack", showlegend=len(series) > 1, legend={"orientation": "h", "y": -0.15, "traceorder": "normal"},
        margin={"l": 10, "r": 10, "t": 10, "b": 10}, bargap=0.3,
    )  # fmt: skip
    _draw(figure, told, key, _ROW * len(names) + 90)


def _draw(figure: go.Figure, told: str, key: str, height: int) -> None:
    figure.update_layout(font={"family": FONTS}, paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR)
    st.plotly_chart(figure, key=key, height=height, alt=told, config={"displayModeBar": False, "locale": "zh-CN"})
