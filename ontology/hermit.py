"""HermiT, the complete reasoner for OWL 2 DL: it runs where there is a Java.

The reasoner comes with the library that carries it; each run has a world of its own, fed N-Triples.

Source: HermiT, http://www.hermit-reasoner.com/; Owlready2, https://owlready2.readthedocs.io/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import owlready2

from ontology.errors import OntologyError
from ontology.facts import A, Fact, address, sign

_WAIT_S = 900.0
_MEMORY = "-Xmx2000M"
_INCONSISTENT = "Inconsistent ontology"


@dataclass(frozen=True, slots=True)
class Realisation:
    """What HermiT says of the classes of a graph.

    Attributes:
        unsatisfiable: Addresses of classes that nothing can belong to.
        members: Of each class asked for, what belongs to it, as facts.
    """

    unsatisfiable: tuple[str, ...]
    members: frozenset[Fact]


def find_java() -> str | None:
    """The Java that this machine would run, or None."""
    return shutil.which("java")


def reasoner() -> str:
    """The reasoner and the version of the library that carries it."""
    return f"HermiT (Owlready2 {version('owlready2')})"


def is_consistent(ntriples: str, java: str) -> bool:
    """Whether the graph can be true at all.

    Args:
        ntriples: The graph with its ontology, words and numbers included; 40,000 statements take a few seconds.
        java: The command that runs Java.

    Raises:
        OntologyError: HermiT cannot be run, or cannot read the graph.
    """
    folder = Path(owlready2.__file__).parent / "hermit"
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "graph.nt"
        file.write_text(ntriples, encoding="utf-8")
        classpath = os.pathsep.join((str(folder), str(folder / "HermiT.jar")))
        command = [java, _MEMORY, "-cp", classpath, "org.semanticweb.HermiT.cli.CommandLine", "-k", file.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT_S, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise OntologyError(f"HermiT: it cannot be run ({error}). Check the Java on the path.") from error
    said = done.stdout + done.stderr
    if _INCONSISTENT in said or "is not satisfiable" in said:
        return False
    if done.returncode or "is satisfiable" not in said:
        reason = next((line for line in said.splitlines() if line.strip()), "no answer")
        raise OntologyError(f"HermiT: it could not read the graph ({reason[:200]}). Check the ontology's axioms.")
    return True


def realise(ntriples: str, classes: Iterable[str]) -> Realisation:
    """Sort classes and individuals into the classes that they belong to.

    Args:
        ntriples: A consistent graph with its ontology, best without words and numbers: they cost most of the time.
        classes: The signs of the classes whose members are wanted.

    Raises:
        OntologyError: The graph is inconsistent, or HermiT fails.
    """
    world = owlready2.World()
    try:
        home = world.get_ontology("https://w3id.org/gongbiao/check/").load(fileobj=BytesIO(ntriples.encode("utf-8")))
        with home:
            owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
        found = frozenset(
            Fact(sign(one.iri), A, name)
            for name in classes
            if (known := world[address(name)]) is not None
            for one in known.instances()
        )
        nothing = tuple(sorted(str(one.iri) for one in world.inconsistent_classes() if hasattr(one, "iri")))
        return Realisation(tuple(one for one in nothing if not one.startswith(owlready2.owl.base_iri)), found)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise OntologyError("graph: HermiT finds it inconsistent. Take out what contradicts.") from error
    except owlready2.OwlReadyJavaError as error:
        reason = " ".join(str(error).split())[:200]
        raise OntologyError(f"HermiT: it failed ({reason}). Check the ontology's axioms.") from error
    finally:
        world.close()
