use super::spread::Spread;
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-db-subnet-zones",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "DB-1"],
    page: include_str!("../../../../docs/rules/aws-db-subnet-zones.md"),
    check,
};

const KINDS: [&str; 3] = ["aws_db_subnet_group", "aws_docdb_subnet_group", "aws_neptune_subnet_group"];

fn check(check: &mut Check) {
    for group in KINDS.into_iter().flat_map(|kind| check.all(kind)).collect::<Vec<_>>() {
        let place = group.at("subnet_ids");
        let spread = Spread::of([place.links("aws_subnet")]);
        match spread.too_few() {
            Some(zones) => check.fail(&place, format!("{zones}, and a database needs two")),
            None if spread.is_known() => check.pass(&place),
            None => check.unknown(&place, spread.reason()),
        }
    }
}
