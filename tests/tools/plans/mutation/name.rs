use super::stack::Defect::{Custom, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_vpc",
        defect: Set("tags_all.Environment", r#""staging""#),
        seen_by: &["name-default-tags"],
    },
    Mutation {
        kind: "aws_sns_topic",
        defect: Unset("tags_all.DataClass"),
        seen_by: &["name-default-tags"],
    },
    Mutation { kind: "aws_sns_topic", defect: Unset("tags.Name"), seen_by: &["name-own-tag"] },
    Mutation { kind: "aws_vpc", defect: Custom(tagged_itself), seen_by: &["name-own-tag"] },
    Mutation {
        kind: "aws_sqs_queue.notifications",
        defect: Set("name", r#""sqs-notifications""#),
        seen_by: &["name-suffix"],
    },
    Mutation { kind: "aws_vpc", defect: Set("tags.Name", r#""vpc""#), seen_by: &["name-suffix"] },
    Mutation {
        kind: "aws_cloudwatch_dashboard",
        defect: Set("dashboard_name", r#""dashboard-payments""#),
        seen_by: &["name-suffix"],
    },
    Mutation {
        kind: "aws_kms_alias.logs",
        defect: Set("name", r#""alias/kms-data-prod""#),
        seen_by: &["name-unique"],
    },
];

fn tagged_itself(stack: &mut Stack, vpc: &str) -> bool {
    stack.change(vpc).unwrap()["after"]["tags"]["Environment"] = "prod".into();
    true
}
