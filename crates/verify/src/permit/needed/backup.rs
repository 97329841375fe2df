//! What AWS Backup does with the role of a selection. A plan does not show what is selected by
//! tags.

use super::{NeededCall, named, resource_at};
use crate::inventory::Inventory;
use crate::permit::Target;

const SELECTIONS: &str =
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html";
const BACKUPS: &str = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html";

/// What it calls to back up a resource of each type; of a table one of two, by which features of
/// AWS Backup are turned on for it. Source: AWS Managed Policy Reference,
/// "AWSBackupServiceRolePolicyForBackup".
const TAKEN: [(&str, &[&str]); 5] = [
    (
        "aws_rds_cluster",
        &[
            "rds:DescribeDBClusters",
            "rds:CreateDBClusterSnapshot",
            "rds:DescribeDBClusterSnapshots",
            "rds:ListTagsForResource",
            "rds:AddTagsToResource",
        ],
    ),
    (
        "aws_db_instance",
        &[
            "rds:DescribeDBInstances",
            "rds:CreateDBSnapshot",
            "rds:DescribeDBSnapshots",
            "rds:ListTagsForResource",
            "rds:AddTagsToResource",
        ],
    ),
    ("aws_dynamodb_table", &["dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup"]),
    ("aws_efs_file_system", &["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"]),
    (
        "aws_ebs_volume",
        &["ec2:CreateSnapshot", "ec2:DescribeSnapshots", "ec2:DescribeVolumes", "ec2:CreateTags"],
    ),
];

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for selection in inventory.all("aws_backup_selection") {
        let role = selection.at("iam_role_arn");
        let call = |purpose: String, actions: &[&'static str], on, source| {
            NeededCall::with_role(&role, purpose, named(actions), on, source)
        };
        for resource in
            selection.at("resources").links_to_any().resources().filter(|one| !one.is_data())
        {
            let Some((kind, actions)) = TAKEN.iter().find(|(kind, _)| *kind == resource.kind())
            else {
                continue;
            };
            // Some of them are about the snapshot.
            let taken = call(
                format!("backs up {}", resource.address()),
                actions,
                Target::Something,
                BACKUPS,
            );
            calls.push(NeededCall { any: *kind == "aws_dynamodb_table", ..taken });
        }
        if !selection.at("selection_tag").items().is_empty() {
            const FIND: &[&str] = &["tag:GetResources"];
            calls.push(call(
                "finds what it backs up by tags".to_owned(),
                FIND,
                Target::Anything,
                SELECTIONS,
            ));
        }
        let Some(plan) = selection.at("plan_id").link("aws_backup_plan").one() else { continue };
        for rule in plan.at("rule").items() {
            let copies = rule
                .at("copy_action")
                .items()
                .into_iter()
                .map(|copy| copy.at("destination_vault_arn"));
            let others = copies.filter_map(|arn| resource_at(&arn, &["aws_backup_vault"]));
            if let Some(vault) = resource_at(&rule.at("target_vault_name"), &["aws_backup_vault"]) {
                const LOOK: &[&str] = &["backup:DescribeBackupVault"];
                calls.push(call(
                    "looks at its vault".to_owned(),
                    LOOK,
                    Target::Resource(vault),
                    BACKUPS,
                ));
            }
            for other in others {
                const COPY: &[&str] = &["backup:CopyIntoBackupVault"];
                calls.push(call(
                    "copies into another vault".to_owned(),
                    COPY,
                    Target::Resource(other),
                    BACKUPS,
                ));
            }
        }
    }
}
