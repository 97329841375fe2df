//! The IAM actions that exist, from a dated table.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::policy::includes;

/// A service in each line, then its actions, those that begin with the same word as
/// `Word:Rest,Rest`; in the last line, after `#`, the services of which the actions are not kept.
const TABLE: &str = include_str!("../data/iam_actions.txt");

/// Actions that AWS has taken away or renamed, and since when. Source: Service Authorization
/// Reference; AWS's announcements of each.
const RETIRED: [(&str, &str); 4] = [
    ("aws-portal:*", "its actions are those of billing, account and payments since July 2023"),
    ("purchase-orders:viewpurchaseorders", "its actions are finer since July 2023"),
    ("iam:passroletoservice", "the action is iam:PassRole, with the condition iam:PassedToService"),
    ("s3:listobjects", "the action is s3:ListBucket"),
];

/// Whether there is an action.
#[derive(Debug, PartialEq, Eq)]
pub enum Known {
    /// The action exists, or the table does not have the actions of its service.
    Yes,
    /// It does not exist, but one with nearly the same name does: this one.
    Close(String),
    /// It existed once; this is what happened to it.
    Retired(&'static str),
    /// It did not exist when the table was made.
    No,
}

struct Actions {
    of_service: HashMap<&'static str, &'static str>,
    others: Vec<&'static str>,
}

static ACTIONS: LazyLock<Actions> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let others = TABLE.lines().rfind(|line| line.starts_with("# ")).unwrap_or_default();
    Actions {
        of_service: lines.filter_map(|line| line.split_once(' ')).collect(),
        others: others.trim_start_matches("# ").split(' ').collect(),
    }
});

/// Each action of a service, in the two parts that the table has it in.
fn actions(groups: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    groups.split(' ').flat_map(|group| {
        let (word, rest) = group.split_once(':').unwrap_or((group, ""));
        rest.split(',').map(move |rest| (word, rest))
    })
}

fn find(groups: &'static str, name: &str) -> Option<(&'static str, &'static str)> {
    groups.split(' ').find_map(|group| {
        let (word, rests) = group.split_once(':').unwrap_or((group, ""));
        let (start, end) = name.split_at_checked(word.len())?;
        let mut rests = rests.split(',').filter(|_| start.eq_ignore_ascii_case(word));
        Some((word, rests.find(|rest| end.eq_ignore_ascii_case(rest))?))
    })
}

/// An action as IAM spells it; nothing where there is none.
pub fn spelt(action: &str) -> Option<String> {
    let (service, name) = action.split_once(':')?;
    let (word, rest) = find(ACTIONS.of_service.get(service)?, name)?;
    Some(format!("{service}:{word}{rest}"))
}

/// How many letters a slip may change.
const SLIP: usize = 2;

/// Whether there is an action, or one that a pattern includes.
pub fn known(text: &str) -> Known {
    let Some((service, action)) = text.split_once(':') else { return Known::Yes };
    if service.contains(['*', '?']) {
        return Known::Yes;
    }
    if let Some((_, since)) = RETIRED.iter().find(|(retired, _)| includes(retired, text)) {
        return Known::Retired(since);
    }
    let service = service.to_ascii_lowercase();
    let Some(groups) = ACTIONS.of_service.get(service.as_str()) else {
        return of_other(&service, action);
    };
    let mut all = actions(groups).map(|(word, rest)| format!("{word}{rest}"));
    if action.contains(['*', '?']) {
        return if all.any(|known| includes(action, &known)) { Known::Yes } else { Known::No };
    }
    if find(groups, action).is_some() {
        return Known::Yes;
    }
    let lower = action.to_ascii_lowercase();
    let near = all.map(|known| (strsim::osa_distance(&known.to_ascii_lowercase(), &lower), known));
    match near.min() {
        Some((distance, known)) if distance <= SLIP => Known::Close(format!("{service}:{known}")),
        _ => Known::No,
    }
}

fn of_other(service: &str, action: &str) -> Known {
    if ACTIONS.others.contains(&service) {
        return Known::Yes;
    }
    let all = ACTIONS.of_service.keys().copied().chain(ACTIONS.others.iter().copied());
    let near = all.map(|known| (strsim::osa_distance(known, service), known)).min();
    match near {
        Some((1, known)) if service.len() > 3 => Known::Close(format!("{known}:{action}")),
        _ => Known::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_told_from_a_slip_and_from_one_that_is_newer_than_the_table() {
        for action in [
            "s3:GetObject",
            "S3:getobject",
            "s3:Get*",
            "*",
            "iam:PassRole",
            "*:*",
            "ecs:RunTask",
            "bcm-data-exports:New",
        ] {
            assert_eq!(known(action), Known::Yes, "{action}");
        }
        for (slip, action) in [
            ("s3:GetObjects", "s3:GetObject"),
            ("dynamodb:BatchGetItems", "dynamodb:BatchGetItem"),
            ("lambda:InvokeFunctoin", "lambda:InvokeFunction"),
            ("kmss:Decrypt", "kms:Decrypt"),
        ] {
            assert_eq!(known(slip), Known::Close(action.to_owned()), "{slip}");
        }
        assert_eq!(known("s3:TeleportBucketToTheMoon"), Known::No);
        assert_eq!(known("s3:Teleport*"), Known::No);
        assert!(matches!(known("s3:ListObjects"), Known::Retired(_)));
    }
}
