//! What is lost comes back: a fault is played, and Terraform repairs exactly that.

use super::aws::{Aws, array, text};
use crate::support::Terraform;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// DB-2, ALL-5, ALL-7: the writer is deleted behind Terraform's back; another instance writes, the
/// plan shows exactly the lost one, and an apply brings it back.
///
/// Which instance is promoted plays the emulator, not Aurora: it takes the lowest promotion tier at
/// once.
pub fn the_loss_of_the_writer_is_survived_and_repaired(
    aws: &Aws,
    terraform: &Terraform,
) -> Result<()> {
    let lost = writer(aws)?;
    aws.ask(
        "rds",
        "delete_db_instance",
        json!({"DBInstanceIdentifier": lost, "SkipFinalSnapshot": true}),
    )?;
    ensure!(writer(aws)? != lost, "{lost} is deleted, and still the writer");

    let zone = lost.trim_start_matches("aurora-instance-").trim_end_matches("-staging");
    let plan = terraform.plan()?;
    assert_eq!(plan.changed(), [format!("create module.database.aws_rds_cluster_instance.{zone}")]);
    terraform.apply()?;
    assert!(
        members(aws)?.iter().any(|member| member["DBInstanceIdentifier"] == *lost),
        "{lost} is not back"
    );
    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());
    Ok(())
}

fn writer(aws: &Aws) -> Result<String> {
    let members = members(aws)?;
    let writer = members
        .iter()
        .find(|member| member["IsClusterWriter"] == true)
        .context("no instance writes")?;
    Ok(text(&writer["DBInstanceIdentifier"]).into())
}

fn members(aws: &Aws) -> Result<Vec<Value>> {
    let cluster = aws.only("rds", "describe_db_clusters", json!({}), "DBClusters")?;
    Ok(array(&cluster["DBClusterMembers"]).to_vec())
}
