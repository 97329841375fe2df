//! What AWS Backup calls with the role of a selection, for what the selection takes.

use serde_json::{Value, json};

use super::plan::Answer::{Allowed, Missing};
use super::plan::{ROLE, Stack};
use super::services::{allow, answers, expect};

#[test]
fn a_backup_needs_what_its_resource_and_its_vaults_take() {
    let arn = |name: &str| format!("arn:aws:backup:us-east-1:111122223333:backup-vault:{name}");
    let cluster = "arn:aws:rds:us-east-1:111122223333:cluster:main";
    let of = |actions: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, "*"))
            .with("aws_rds_cluster.main", json!({"arn": cluster, "cluster_identifier": "main"}))
            .with("aws_backup_vault.main", json!({"name": "main", "arn": arn("main")}))
            .with("aws_backup_vault.copy", json!({"name": "copy", "arn": arn("copy")}))
            .with(
                "aws_backup_plan.main",
                json!({"id": "plan-1", "rule": [
                    {
                        "target_vault_name": "main",
                        "copy_action": [{"destination_vault_arn": arn("copy")}]
                    }
                ]}),
            )
            .with(
                "aws_backup_selection.main",
                json!({
                    "iam_role_arn": ROLE,
                    "plan_id": "plan-1",
                    "resources": [cluster],
                    "selection_tag": [
                        {"type": "STRINGEQUALS", "key": "backup", "value": "daily"}
                    ]
                }),
            )
    };
    let purposes = [
        "backs up aws_rds_cluster.main",
        "looks at its vault",
        "copies into another vault",
        "finds what it backs up by tags",
    ];
    expect(
        &of(json!(["rds:*", "backup:*", "tag:GetResources"])),
        &purposes.map(|purpose| (purpose, Allowed)),
    );
    expect(&of(json!("sqs:SendMessage")), &purposes.map(|purpose| (purpose, Missing)));
    // One of its actions is not enough.
    expect(
        &of(json!("rds:CreateDBClusterSnapshot")),
        &[("backs up aws_rds_cluster.main", Missing)],
    );
}

#[test]
fn a_backup_takes_what_is_tagged_as_it_selects_and_nothing_else() {
    let cluster = "arn:aws:rds:us-east-1:111122223333:cluster:main";
    let of = |tags: Value, selection: Value| {
        let mut selected = json!({"iam_role_arn": ROLE, "plan_id": "plan-1"});
        selected.as_object_mut().unwrap().extend(selection.as_object().unwrap().clone());
        let stack = Stack::default()
            .with_role()
            .allowing("own", &allow(json!("tag:GetResources"), "*"))
            .with("aws_rds_cluster.main", json!({"arn": cluster, "tags": tags}))
            .with("aws_docdb_cluster.main", json!({"tags": tags}))
            .with("aws_backup_selection.main", selected);
        let taken = answers(&stack).into_iter().filter(|(purpose, _)| purpose.starts_with("backs"));
        taken.collect::<Vec<_>>()
    };
    let (daily, weekly) = (json!({"backup": "daily"}), json!({"backup": "weekly"}));
    let tag = |value: &str| json!([{"type": "STRINGEQUALS", "key": "backup", "value": value}]);
    let equals = |value: &str| {
        json!([{
            "string_equals": [{"key": "aws:ResourceTag/backup", "value": value}]
        }])
    };
    let clusters = "arn:aws:rds:*:*:cluster:*";
    let taken = [("backs up aws_rds_cluster.main".to_owned(), Missing)];
    for (tags, selection, is_taken) in [
        (&daily, json!({"selection_tag": tag("daily")}), true),
        (&weekly, json!({"selection_tag": tag("daily")}), false),
        (&daily, json!({"resources": ["*"], "condition": equals("daily")}), true),
        (&weekly, json!({"resources": ["*"], "condition": equals("daily")}), false),
        (&daily, json!({"resources": ["arn:aws:rds:*:*:db:*"]}), false),
        (&daily, json!({"resources": ["*"], "not_resources": [clusters]}), false),
        (
            &weekly,
            json!({
                "resources": ["*"],
                "condition": [{
                    "string_not_like": [{"key": "aws:ResourceTag/backup", "value": "dai*"}]
                }]
            }),
            true,
        ),
    ] {
        let expected: &[_] = if is_taken { &taken } else { &[] };
        assert_eq!(of(tags.clone(), selection.clone()), expected, "{selection} of {tags}");
    }
    // By its type, what accounts have to opt in for is taken too.
    assert_eq!(of(daily, json!({"resources": [clusters]})).len(), 2);
}
