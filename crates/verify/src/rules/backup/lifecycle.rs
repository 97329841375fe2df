use crate::Planned::Known;
use crate::bucket::BucketSettings;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-lifecycle",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ST-2"],
    page: include_str!("../../../docs/rules/backup-lifecycle.md"),
    check,
};

fn check(check: &mut Check) {
    let lifecycles = BucketSettings::of(check.inventory(), "aws_s3_bucket_lifecycle_configuration");
    for bucket in check.all("aws_s3_bucket") {
        let settings = lifecycles.of_bucket(bucket);
        let rules = settings.iter().flat_map(|setting| setting.at("rule").items());
        let enabled: Vec<_> = rules.filter(|rule| rule.at("status").text() == Known("Enabled")).collect();
        let has = |argument: &str| Known(enabled.iter().any(|rule| rule.at(argument).value().is_set()));
        let name = bucket.at("bucket");
        check.expect(&name, has("expiration.0.days"), "keeps its objects for ever");
        let old_versions = has("noncurrent_version_expiration.0.noncurrent_days");
        check.expect(&name, old_versions, "keeps every version that was overwritten for ever");
        let broken_off = has("abort_incomplete_multipart_upload.0.days_after_initiation");
        check.expect(&name, broken_off, "keeps the parts of uploads that were never finished");
    }
}
