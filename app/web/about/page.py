"""The page 关于: documents, models, checks, evaluation figures, settings, licences; each part has an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.web.about.checks_view import draw_checks
from app.web.about.documents_view import draw_documents
from app.web.about.figures_view import draw_figures
from app.web.about.licences_view import draw_licences
from app.web.about.models_view import draw_models
from app.web.about.settings_view import draw_settings
from app.web.language import say
from app.web.opened import Opened
from app.web.parts.address import draw_choice

_PARTS: Mapping[str, tuple[str, Callable[[Opened], None]]] = {
    "documents": ("文件与出处", draw_documents),
    "models": ("模型", draw_models),
    "checks": ("检查", draw_checks),
    "figures": ("评测", draw_figures),
    "settings": ("设置", draw_settings),
    "licences": ("许可与隐私", draw_licences),
}


def draw(opened: Opened) -> None:
    """Draw the page."""
    many = len(_PARTS) + 1  # all of them side by side
    part = draw_choice("看哪一部分", "part", list(_PARTS), lambda code: say(_PARTS[code][0]), where="about", many=many)
    _PARTS[part][1](opened)
