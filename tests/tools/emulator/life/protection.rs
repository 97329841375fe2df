//! ALL-9: a protected stack is deployed as an unprotected one is, refuses to be destroyed, and goes
//! as its README says.

use std::fs;

use anyhow::{Context, Result, ensure};
use paytf::sandbox::ACCOUNT;
use serde_json::json;

use crate::support::{AwsShell, Emulator, Terraform, nothing_left};

/// In the configuration.
pub const PROTECTION: &str = "[protection]\nenabled = true\ncopy_to_vault_arn = \
                              'arn:aws:backup:us-west-2:210987654321:backup-vault:payments'";

/// What is asked of the AWS command line to take the stack down, in the README of the stack; the
/// commands with a placeholder are for backups, of which there is none yet.
fn by_hand(readme: &str) -> Result<Vec<String>> {
    let begin = readme
        .find("This stack is **protected**")
        .context("the README says how it is taken down")?;
    let lines = readme[begin..]
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("aws ") && !line.contains('<'));
    Ok(lines.map(str::to_owned).collect())
}

/// A destroy fails, and again at the buckets when the protection is taken off by hand; once they
/// are empty, only a snapshot is left.
pub fn its_destruction_is_refused_until_it_is_meant(
    emulator: &Emulator,
    terraform: &Terraform,
) -> Result<()> {
    let bucket = |purpose: &str| format!("s3-{purpose}-{ACCOUNT}-staging");
    let lock = emulator.ask(
        "s3",
        "get_object_lock_configuration",
        json!({"Bucket": bucket("transaction-logs")}),
    )?;
    let retention = &lock["ObjectLockConfiguration"]["Rule"]["DefaultRetention"];
    assert_eq!((&retention["Mode"], &retention["Days"]), (&json!("GOVERNANCE"), &json!(365)));
    // The emulator misreads the policy of the other bucket, and lets nobody write to it.
    let log = json!({"Bucket": bucket("access-logs"), "Key": "log", "Body": "a request"});
    emulator.ask("s3", "put_object", log)?;

    let refused = |what: &str| {
        let error = terraform.destroy().err().context("it was destroyed")?.to_string();
        ensure!(error.contains(what), "{what}: {error}");
        Ok(())
    };
    refused("deletion protection")?;
    let cluster = || emulator.ask("rds", "describe_db_clusters", json!({}));
    assert_eq!(cluster()?["DBClusters"][0]["DeletionProtection"], true);

    let commands = by_hand(&fs::read_to_string(terraform.dir.path().join("README.md"))?)?;
    assert!(commands.len() >= 4, "{commands:#?}");
    let shell = AwsShell::new(emulator)?;
    let is_there = |command: &&String| match () {
        () if command.contains("elbv2") => has_load_balancer(emulator),
        () if command.contains("aws backup") => has_vault(emulator),
        () => true,
    };
    for command in commands.iter().filter(is_there) {
        let output = shell.run(terraform.dir.path(), &["-euc", command])?;
        ensure!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
    }
    refused("BucketNotEmpty")?;
    assert_eq!(cluster()?["DBClusters"], json!([]));

    // The emulator has delivered logs of its own.
    let logs =
        emulator.ask("s3", "list_object_versions", json!({"Bucket": bucket("access-logs")}))?;
    for log in logs["Versions"].as_array().into_iter().flatten() {
        let log = json!({
            "Bucket": bucket("access-logs"), "Key": log["Key"], "VersionId": log["VersionId"]
        });
        emulator.ask("s3", "delete_object", log)?;
    }
    terraform.destroy()?;
    let left = nothing_left(emulator)?;
    let is_snapshot =
        |one: &String| one.contains("snapshot") || one.contains("aurora-cluster-final-");
    assert!(
        !left.is_empty() && left.iter().all(is_snapshot),
        "a final snapshot and nothing else: {left:#?}"
    );
    Ok(())
}

/// The destroy that was refused deletes a vault without backups: the emulator makes none.
fn has_vault(emulator: &Emulator) -> bool {
    emulator
        .ask("backup", "describe_backup_vault", json!({"BackupVaultName": "backup-vault-staging"}))
        .is_ok()
}

/// AWS keeps it as long as it is protected; the emulator does not.
fn has_load_balancer(emulator: &Emulator) -> bool {
    let found = emulator.ask("elbv2", "describe_load_balancers", json!({}));
    found.is_ok_and(|answer| answer["LoadBalancers"].as_array().is_some_and(|all| !all.is_empty()))
}
