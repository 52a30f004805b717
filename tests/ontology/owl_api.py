"""What the OWL API says of an ontology: the profiles it is in, and its axioms. It runs in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

_SCRIPT = """
import glob, json, sys
from pathlib import Path
import jpype, jpype.imports, owlready2
jpype.startJVM(classpath=glob.glob(str(Path(owlready2.__file__).parent / "pellet" / "*.jar")))
from java.io import File
manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
ontology = manager.loadOntologyFromOntologyDocument(File(sys.argv[1]))
found = {}
for name in ("OWL2RLProfile", "OWL2DLProfile"):
    report = jpype.JClass(f"org.semanticweb.owlapi.profiles.{name}")().checkOntology(ontology)
    found[name] = [str(one) for one in report.getViolations()]
found["axioms"] = ontology.getAxiomCount()
about = {str(one) for box in (ontology.getTBoxAxioms(False), ontology.getRBoxAxioms(False)) for one in box}
found["about_terms"] = len(about)
print(json.dumps(found))
"""


def examine(path: Path) -> dict[str, Any]:
    """Violations of each profile, all axioms, and the axioms about classes and properties."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found
