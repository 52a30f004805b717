"""The loss curve of a run as an SVG picture, drawn without a plotting library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 800, 400, 60, 40, 20, 120
INKS = ("#b8c4d6", "#12355b", "#c2571a", "#2f855a", "#805ad5", "#b7791f", "#c53030")
"""Training first, then the whole validation, then each task."""
POINTS = 120
Line = Sequence[tuple[float, float]]


def draw_curve(lines: Sequence[Mapping[str, Any]]) -> str:
    """The picture of a record's lines: the loss of learning, of validation, and of each task's validation."""
    steps = [(float(one["step"]), float(one["loss"])) for one in lines if one["event"] == "step"]
    found = [one for one in lines if one["event"] == "validation"]
    drawn: dict[str, Line] = {"learning": thinned(steps)}
    drawn["validation"] = [(float(one["step"]), float(one["loss"])) for one in found]
    for task in sorted({task for one in found for task in one["losses"]}):
        drawn[task] = [(float(one["step"]), one["losses"][task]) for one in found if task in one["losses"]]
    drawn = {name: line for name, line in drawn.items() if line}
    widest = max((x for line in drawn.values() for x, _ in line), default=1.0) or 1.0
    highest = max((y for line in drawn.values() for _, y in line), default=1.0) or 1.0
    parts = [_axes(widest, highest)]
    for number, (name, line) in enumerate(drawn.items()):
        parts.append(_line(name, line, number, widest, highest))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
    return f'{head} font-size="12">\n<title>Loss by step</title>\n' + "\n".join(parts) + "\n</svg>\n"


def thinned(line: Line, points: int = POINTS) -> list[tuple[float, float]]:
    """Means of runs of neighbours, so that at most ``points`` are left.

    >>> thinned([(1, 4.0), (2, 2.0), (3, 1.0)], points=2)
    [(1.5, 3.0), (3.0, 1.0)]
    """
    size = -(-len(line) // points) or 1
    runs = [line[at : at + size] for at in range(0, len(line), size)]
    return [(sum(x for x, _ in run) / len(run), sum(y for _, y in run) / len(run)) for run in runs]


def _x(step: float, widest: float) -> float:
    return LEFT + step / widest * (WIDTH - LEFT - RIGHT)


def _y(loss: float, highest: float) -> float:
    return HEIGHT - BOTTOM - loss / highest * (HEIGHT - BOTTOM - TOP)


def _axes(widest: float, highest: float) -> str:
    right, low = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = [f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    for fourth in range(5):
        loss, step = highest * fourth / 4, widest * fourth / 4
        y, x = _y(loss, highest), _x(step, widest)
        parts.append(f'<line x1="{LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e2e8f0"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{loss:.2f}</text>')
        parts.append(f'<text x="{x:.1f}" y="{low + 18}" text-anchor="middle">{step:.0f}</text>')
    parts.append(f'<text x="{(LEFT + right) / 2:.0f}" y="{HEIGHT - 6}" text-anchor="middle">step</text>')
    return "\n".join(parts)


def _line(name: str, line: Line, number: int, widest: float, highest: float) -> str:
    ink, wide = INKS[number % len(INKS)], 2.5 if name == "validation" else 1.5
    points = " ".join(f"{_x(x, widest):.1f},{_y(y, highest):.1f}" for x, y in line)
    drawn = f'<polyline points="{points}" fill="none" stroke="{ink}" stroke-width="{wide}"/>'
    x, y = WIDTH - RIGHT + 12, TOP + 14 + 20 * number
    return f'{drawn}\n<text x="{x}" y="{y}" fill="{ink}">{escape(name)} {line[-1][1]:.3f}</text>'
