use super::access_logs::access_logs;
use crate::bucket::BucketSettings;
use crate::{Action, Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-access-log-policy",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "ALL-6"],
    page: include_str!("../../../docs/rules/aws-access-log-policy.md"),
    check,
};

fn check(check: &mut Check) {
    let policies = BucketSettings::of(check.inventory(), "aws_s3_bucket_policy");
    for (logs, bucket) in access_logs(check.inventory()) {
        // What exists already may have a policy from elsewhere.
        let is_new = bucket.actions().contains(&Action::Create);
        if is_new && policies.of_bucket(bucket).is_empty() && !bucket.at("policy").value().is_set() {
            check.fail(&logs, format!("{} has no policy that lets the load balancer write", bucket.address()));
        } else {
            check.pass(&logs);
        }
    }
}
