//! OSCAL's own schema, as the Python classes that are generated from it.

use std::path::Path;

use anyhow::Result;

use crate::python;

/// Of OSCAL 1.2.3.
const PACKAGE: &str = "oscal-bindings==0.3.1";

/// From a dictionary: what is read from text takes Python's own names for keys as well.
const VALIDATE: &str = "import json, sys
from oscal_bindings.v1.models import AssessmentResultsDocument
AssessmentResultsDocument.model_validate(json.load(open(sys.argv[1])))";

/// # Errors
/// What is wrong with a document.
pub fn validate(document: &Path) -> Result<()> {
    python::run(PACKAGE, "oscal_bindings", VALIDATE, [document])
}
