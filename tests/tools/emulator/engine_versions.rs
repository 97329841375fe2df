//! The list of engine versions is the one of cfn-lint, which copies what AWS tells.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use paytf::config::EngineVersion;

/// Versions that AWS makes new clusters of: those that it knows, without the retired ones, the bare
/// major versions, and the separate engine of Limitless Database.
const PROGRAM: &str = r#"
import json, pathlib, cfnlint
folder = pathlib.Path(cfnlint.__file__).parent / "data/schemas/extensions/aws_rds_dbcluster"
def branch(name):
    return next(one for one in json.loads((folder / name).read_text())["allOf"] if one["if"]["properties"]["Engine"].get("const") == "aurora-postgresql")
known = branch("engine_version.json")["then"]["properties"]["EngineVersion"]["enum"]
retired = branch("engine_version_deprecated.json")["if"]["properties"]["EngineVersion"]["enum"]
offered = [one for one in known if one not in retired and "." in one and "-" not in one and int(one.split(".")[0]) >= 15]
print("\n".join(sorted(offered, key=lambda one: [int(part) for part in one.split(".")])))
"#;

#[test]
fn the_engine_versions_are_those_that_aws_offers() -> Result<()> {
    let output =
        Command::new(crate::support::toolbox()?.python()?).args(["-B", "-c", PROGRAM]).output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let offered = String::from_utf8(output.stdout).context("cfn-lint")?;
    let listed: Vec<_> = EngineVersion::all().into_iter().map(EngineVersion::as_str).collect();
    assert_eq!(listed, offered.lines().collect::<Vec<_>>(), "src/config/engine_versions.toml");
    Ok(())
}
