use crate::stack::Defect::{Custom, Set, Unset};
use crate::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation { kind: "aws_vpc", defect: Set("tags_all.Environment", r#""staging""#), seen_by: &["name-default-tags"] },
    Mutation { kind: "aws_sns_topic", defect: Unset("tags_all.DataClass"), seen_by: &["name-default-tags"] },
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
    Mutation { kind: "aws_lb_target_group", defect: Custom(second_of_the_same_name), seen_by: &["name-unique"] },
];

fn tagged_itself(stack: &mut Stack, vpc: &str) -> bool {
    stack.change(vpc).unwrap()["after"]["tags"]["Environment"] = "prod".into();
    true
}

fn second_of_the_same_name(stack: &mut Stack, group: &str) -> bool {
    let mut second = stack.change(group).unwrap().clone();
    second["after_unknown"] = serde_json::json!({});
    let resources = stack.plan["resource_changes"].as_array_mut().unwrap();
    let mut twin = resources.iter().find(|resource| resource["address"] == group).unwrap().clone();
    twin["address"] = format!("{group}_twin").into();
    twin["name"] = "main_twin".into();
    twin["change"] = second;
    resources.push(twin);
    true
}
