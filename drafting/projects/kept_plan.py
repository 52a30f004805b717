"""A plan as a project keeps it: as it was computed, with what people decided since, so that nothing is made again."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from drafting.exports.update_edits import Added, Edit, Edits, Merged
from drafting.exports.update_merge import merge
from drafting.generator import DraftingError
from drafting.plans.ground import Ground
from drafting.plans.plan import EvidencePlan, Item
from drafting.profiles.sections import Profile
from drafting.sheet import Carried
from drafting.whole_files import read_whole, write_whole

FORMAT = 1
LARGEST_FILE = 60 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan with its edits.

    Attributes:
        format: The version of this form.
        build: The build that the plan was made over.
        profile: The profile that it was made from.
        computed: The plan as it was computed.
        edits: What people decided.
        says: The words that these were about: kind and key of the subject, and its words.
        added: What people wrote where no requirement stands.
        profile_sum: The hash of the profile's file; empty where it is not known.
        own: Sheets that people added to a workbook: their names, and the workbook in base64; None for none.
    """

    format: int
    build: str
    profile: Profile
    computed: EvidencePlan
    edits: tuple[Edit, ...] = ()
    says: tuple[tuple[str, str, str], ...] = ()
    added: tuple[Added, ...] = ()
    profile_sum: str = ""
    own: tuple[tuple[str, ...], str] | None = None

    @classmethod
    def of(cls, build: str, profile: Profile, computed: EvidencePlan, profile_sum: str = "") -> KeptPlan:
        """A plan that nobody has edited."""
        return cls(FORMAT, build, profile, computed, profile_sum=profile_sum)

    def with_edits(self, edits: Edits) -> KeptPlan:
        """The same plan with what people decided."""
        carried = edits.own
        return replace(
            self,
            edits=edits.edits,
            says=tuple((kind, key, words) for (kind, key), words in edits.says.items()),
            added=edits.added,
            own=(carried.names, b64encode(carried.content).decode()) if carried else None,
        )

    def as_edits(self) -> Edits:
        """What people decided."""
        return Edits(
            target=self.computed.target,
            also=tuple(other.target for other in self.computed.others),
            profile=self.profile,
            edits=self.edits,
            says={(kind, key): words for kind, key, words in self.says},
            added=self.added,
            own=Carried(b64decode(self.own[1]), self.own[0]) if self.own else None,
        )

    def merged(self, ground: Ground, unbacked: Callable[[Item], Sequence[str]] | None = None) -> Merged:
        """The plan with what people decided put in.

        Args:
            ground: Its profile, indexed.
            unbacked: Checks rewritten narratives; None for no check.
        """
        return merge(self.as_edits(), self.computed, ground, unbacked)


@cache
def _form() -> TypeAdapter[KeptPlan]:
    return TypeAdapter(KeptPlan)


def write_kept(kept: KeptPlan, path: Path) -> None:
    """Keep a plan; what was kept before stays until all is written.

    Raises:
        DraftingError: It cannot be written.
    """
    write_whole(path, _form().dump_json(kept, exclude_defaults=True))


def read_kept(path: Path) -> KeptPlan:
    """A plan that was kept.

    Raises:
        DraftingError: It cannot be read, or is damaged or of another version.
    """
    content = read_whole(path, LARGEST_FILE, "在项目里重新生成计划")
    try:
        kept = _form().validate_json(content)
    except ValidationError as error:
        raise DraftingError(path.name, "损坏了，或是别的版本写的", "把它移走，在项目里重新生成计划") from error
    if kept.format != FORMAT:
        raise DraftingError(path.name, f"是第 {kept.format} 版，这里只认第 {FORMAT} 版", "用写出它的那一版工标打开")
    return kept
