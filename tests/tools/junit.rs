//! JUnit XML, held to the schema that Jenkins's xUnit plugin refuses files by.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::python;

/// Reads schemas of XML.
const PACKAGE: &str = "xmlschema==4.3.2";
const VALIDATE: &str = "import sys, xmlschema
schema = xmlschema.XMLSchema(sys.argv[1])
for file in sys.argv[2:]:
    for error in schema.iter_errors(file):
        sys.exit(f'{file}: {error.path}: {error.reason}')";

/// # Errors
/// What is wrong with the first file that is.
fn validate(files: &[&Path]) -> Result<()> {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quick/verify_cli/schemas/junit-10.xsd");
    let arguments = std::iter::once(&*schema).chain(files.iter().copied());
    python::run(PACKAGE, "xmlschema", VALIDATE, arguments)
}

/// The report of a plan, in a file.
fn report(folder: &Path, name: &str, plan: &str, arguments: &[&str]) -> Result<std::path::PathBuf> {
    let mut paytf = assert_cmd::Command::cargo_bin("paytf")?;
    let output = paytf
        .args(["verify", "-", "--format", "junit"])
        .args(arguments)
        .write_stdin(plan)
        .output()?;
    let path = folder.join(name);
    fs::write(&path, output.stdout)?;
    Ok(path)
}

#[test]
fn what_is_written_for_jenkins_is_valid_by_its_schema_whatever_is_in_the_plan() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/tests/rules");
    let bad = fs::read_to_string(rules.join("zone-database-candidate/bad.json"))?;
    let good = fs::read_to_string(rules.join("zone-database-candidate/good.json"))?;
    let mut odd: Value = serde_json::from_str(&bad)?;
    odd["resource_changes"][0]["address"] =
        "aws_rds_cluster.this[\"a,b:]]>\n<&>\u{1}\u{1f600}\"]".into();
    odd["complete"] = false.into();
    let policy = folder.path().join("policy.toml");
    fs::write(
        &policy,
        "[[suppress]]\nrule = \"encrypt\"\nresource = \"*\"\nreason = \"a copy without data, \
         ticket 12\"\nexpires = 2020-01-31\n",
    )?;
    let policy = ["--policy", policy.to_str().unwrap()];
    let files = [
        report(folder.path(), "bad.xml", &bad, &[])?,
        report(folder.path(), "good.xml", &good, &["--only", "zone"])?,
        report(folder.path(), "odd.xml", &odd.to_string(), &[])?,
        report(folder.path(), "expired.xml", &bad, &policy)?,
    ];
    assert!(fs::read_to_string(&files[3])?.contains("expired on 2020-01-31"));
    validate(&files.each_ref().map(|file| file.as_path()))?;
    // The check sees what is wrong.
    let wrong = folder.path().join("wrong.xml");
    fs::write(
        &wrong,
        fs::read_to_string(&files[0])?.replacen("<testcase name=", "<testcase title=", 1),
    )?;
    assert!(validate(&[&wrong]).is_err());
    Ok(())
}
