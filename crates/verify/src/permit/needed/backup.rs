//! What AWS Backup does with the role of a selection, to what the selection takes: by name, by tags
//! or by both.

use super::{NeededCall, Subject, named, resource_at};
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::permit::Target;
use crate::permit::matching::Match;
use crate::permit::pattern::Pattern;
use crate::planned::Planned::{Known, Unknown};
use crate::policy::is_everything;
use crate::resource::Resource;

const SELECTIONS: &str =
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html";
const BACKUPS: &str = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html";
const BUCKETS: &str = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html";

/// A type of resource that AWS Backup backs up.
struct Taken {
    kind: &'static str,
    /// The service in its ARN, and what is there between the account and its name.
    arn: (&'static str, &'static str),
    /// What is called to back it up.
    actions: &'static [&'static str],
    /// Whether one of them is enough.
    any: bool,
    /// Whether it is also backed up where a selection does not name it or its type, but all types
    /// or a tag: others only in accounts that have opted in, which no plan shows.
    is_default: bool,
    source: &'static str,
}

const CLUSTER: &[&str] = &[
    "rds:DescribeDBClusters",
    "rds:CreateDBClusterSnapshot",
    "rds:DescribeDBClusterSnapshots",
    "rds:ListTagsForResource",
    "rds:AddTagsToResource",
];

/// Source: AWS Managed Policy Reference, "AWSBackupServiceRolePolicyForBackup" and
/// "AWSBackupServiceRolePolicyForS3Backup". Of a table one of two calls is made, by which features
/// of AWS Backup are turned on for it.
const TAKEN: [Taken; 8] = [
    taken("aws_rds_cluster", ("rds", "cluster:"), CLUSTER),
    Taken { is_default: false, ..taken("aws_docdb_cluster", ("rds", "cluster:"), CLUSTER) },
    Taken { is_default: false, ..taken("aws_neptune_cluster", ("rds", "cluster:"), CLUSTER) },
    taken(
        "aws_db_instance",
        ("rds", "db:"),
        &[
            "rds:DescribeDBInstances",
            "rds:CreateDBSnapshot",
            "rds:DescribeDBSnapshots",
            "rds:ListTagsForResource",
            "rds:AddTagsToResource",
        ],
    ),
    Taken {
        any: true,
        ..taken(
            "aws_dynamodb_table",
            ("dynamodb", "table/"),
            &["dynamodb:StartAwsBackupJob", "dynamodb:CreateBackup"],
        )
    },
    taken(
        "aws_efs_file_system",
        ("elasticfilesystem", "file-system/"),
        &["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"],
    ),
    taken(
        "aws_ebs_volume",
        ("ec2", "volume/"),
        &["ec2:CreateSnapshot", "ec2:DescribeSnapshots", "ec2:DescribeVolumes", "ec2:CreateTags"],
    ),
    Taken {
        source: BUCKETS,
        is_default: false,
        ..taken(
            "aws_s3_bucket",
            ("s3", ""),
            &[
                "s3:GetBucketNotification",
                "s3:PutBucketNotification",
                "s3:GetInventoryConfiguration",
                "s3:PutInventoryConfiguration",
                "s3:GetObjectVersion",
                "events:PutRule",
            ],
        )
    },
];

const fn taken(
    kind: &'static str,
    arn: (&'static str, &'static str),
    actions: &'static [&'static str],
) -> Taken {
    Taken { kind, arn, actions, any: false, is_default: true, source: BACKUPS }
}

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for selection in inventory.all("aws_backup_selection") {
        let role = selection.at("iam_role_arn");
        let call = |purpose: String, actions: &[&'static str], on, source| {
            NeededCall::with_role(&role, purpose, named(actions), on, source)
        };
        for (taken, resource) in
            TAKEN.iter().flat_map(|taken| inventory.all(taken.kind).map(move |one| (taken, one)))
        {
            let purpose = format!("backs up {}", resource.address());
            match takes(selection, taken, resource) {
                Match::No => {}
                // Some of the actions are about the snapshot.
                Match::Yes(_) => calls.push(NeededCall {
                    any: taken.any,
                    ..call(purpose, taken.actions, Target::Something, taken.source)
                }),
                Match::Maybe(reason) => {
                    let subject = Subject::ServiceRole;
                    calls.push(NeededCall::unknown(subject, &role, &purpose, &reason, SELECTIONS));
                }
            }
        }
        let by_tags = ["selection_tag", "condition"].map(|block| selection.at(block).items());
        if by_tags.iter().any(|blocks| !blocks.is_empty()) {
            const FIND: &[&str] = &["tag:GetResources"];
            let purpose = "finds what it backs up by tags".to_owned();
            calls.push(call(purpose, FIND, Target::Anything, SELECTIONS));
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

/// Whether a selection takes a resource. Source: AWS Backup API, `BackupSelection`: any of the
/// tags, all of the conditions, and nothing of what is excluded. Whether tags beside resources
/// narrow these or add to them, AWS's guides say differently: then only what both readings take,
/// and what is named one by one, is asked for.
fn takes<'a>(selection: Resource<'a>, taken: &Taken, resource: Resource<'a>) -> Match {
    let (list, tags) = (selection.at("resources"), selection.at("selection_tag").items());
    let by_list = || is_listed(&list, taken, resource);
    let by_tag = || {
        let each = tags.iter().map(|tag| {
            has_tag(resource, &tag.at("key"), &tag.at("value"), |value, wanted| value == wanted)
        });
        each.fold(Match::No, Match::or)
    };
    let is_named = list.links_to_any().resources().any(|one| one == resource);
    let has_list = list.value().is_unknown() || !list.items().is_empty();
    let found = match (has_list, tags.is_empty()) {
        _ if is_named => Match::sure(true),
        (true, true) => by_list(),
        (true, false) => by_list().and(by_tag()),
        (false, _) if !taken.is_default => Match::No,
        (false, true) => Match::sure(true),
        (false, false) => by_tag(),
    };
    if found == Match::No {
        return Match::No;
    }
    let is_spared = is_listed(&selection.at("not_resources"), taken, resource);
    let conditions = selection.at("condition").items();
    let conditions = conditions.iter().flat_map(|condition| conditions_of(condition, resource));
    conditions.fold(found.and(is_spared.not()), Match::and)
}

/// Each condition of a block.
fn conditions_of<'a>(block: &AttributePath<'a>, resource: Resource<'a>) -> Vec<Match> {
    let mut all = Vec::new();
    for (name, is_like, is_negated) in [
        ("string_equals", false, false),
        ("string_like", true, false),
        ("string_not_equals", false, true),
        ("string_not_like", true, true),
    ] {
        for one in block.at(name).items() {
            let is = |value: &str, wanted: &str| match is_like {
                true => Pattern::of(wanted).matches(value),
                false => value == wanted,
            };
            let has = has_tag(resource, &one.at("key"), &one.at("value"), is);
            all.push(if is_negated { has.not() } else { has });
        }
    }
    all
}

/// Whether a resource has a tag with such a value. Of a condition the key is
/// `aws:ResourceTag/NAME`.
fn has_tag<'a>(
    resource: Resource<'a>,
    key: &AttributePath<'a>,
    wanted: &AttributePath<'a>,
    is: impl Fn(&str, &str) -> bool,
) -> Match {
    let later = || {
        Match::Maybe(format!("the tags of {} are known only after the apply", resource.address()))
    };
    let (Known(key), Known(wanted)) = (key.string(), wanted.string()) else {
        return Match::Maybe("by which tag it selects is known only after the apply".to_owned());
    };
    let key = key.strip_prefix("aws:ResourceTag/").unwrap_or(key);
    let tags = ["tags", "tags_all"].map(|argument| resource.at(argument));
    let mut values = tags
        .iter()
        .flat_map(AttributePath::entries)
        .filter(|(name, _)| *name == key)
        .map(|(_, value)| value.string());
    match values.find(|value| value.is_set()) {
        Some(Known(value)) => Match::sure(is(value, wanted)),
        Some(_) => later(),
        // What tags a provider adds, the plan shows where all of them are known.
        None if tags.iter().any(|tags| tags.value() == Unknown && tags.waits()) => later(),
        None => Match::No,
    }
}

/// Whether a list of ARNs, which may have stars, names a resource.
fn is_listed<'a>(list: &AttributePath<'a>, taken: &Taken, resource: Resource<'a>) -> Match {
    let links = list.links_to_any();
    if links.resources().any(|one| one == resource) {
        return Match::sure(true);
    }
    let patterns = list.items();
    let patterns = patterns.iter().filter_map(|item| item.string().known());
    let found = patterns.map(|pattern| is_named(pattern, taken)).fold(Match::No, Match::or);
    match links.incomplete.is_empty() {
        true => found,
        false => found.or(Match::Maybe(links.reason())),
    }
}

/// Whether an ARN with stars names a type of resources; one without names another resource.
fn is_named(pattern: &str, taken: &Taken) -> Match {
    let (service, start) = taken.arn;
    let parts: Vec<&str> = pattern.splitn(6, ':').collect();
    match &parts[..] {
        _ if is_everything(pattern) => Match::sure(taken.is_default),
        [_, _, own, _, _, name] if *own == service && name.contains('*') => {
            match name.strip_prefix(start) {
                Some("*") => Match::sure(true),
                _ if *name == "*" => Match::sure(true),
                Some(_) => Match::Maybe(format!("whether {pattern} names it is not known")),
                None => Match::No,
            }
        }
        _ => Match::No,
    }
}
