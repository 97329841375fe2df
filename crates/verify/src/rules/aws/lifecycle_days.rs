//! The steps of a lifecycle rule have the order and the intervals that S3 requires.
//!
//! ## Why
//!
//! Objects can move to infrequent access after 30 days at the earliest, have to stay there for 30
//! days before they move on to Glacier, and never move back. `MalformedXML` or `'Days' in
//! Transition action must be greater than or equal to 30` is all it says, and the bucket
//! stays without any lifecycle.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "logs" {
//!   rule {
//!     transition {
//!       days          = 7
//!       storage_class = "STANDARD_IA"
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Let infrequent access begin at 30 days or later, Glacier 30 days after that, and the end after
//! the last step.
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "logs" {
//!   rule {
//!     transition {
//!       days          = 30
//!       storage_class = "STANDARD_IA"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Transitioning objects using Amazon S3 Lifecycle](https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html)
//! - [PutBucketLifecycleConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html)

use crate::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7", "ST-2"] }

/// Days that S3 wants an object to be kept before it goes to infrequent access, and there before it
/// goes on. Source: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle", constraints.
const INFREQUENT: f64 = 30.0;
/// From warm to cold: an object never goes back.
const CLASSES: [&str; 6] =
    ["STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];

fn check(check: &mut Check) {
    for (kind, rules, noncurrent) in [
        ("aws_s3_bucket_lifecycle_configuration", "rule", "noncurrent_days"),
        ("aws_s3_bucket", "lifecycle_rule", "days"),
    ] {
        for rule in check.all(kind).flat_map(|configuration| configuration.at(rules).items()) {
            check_days(check, &rule.at("transition"), &rule.at("expiration.0.days"), "days");
            let expiration = rule.at("noncurrent_version_expiration.0").at(noncurrent);
            check_days(check, &rule.at("noncurrent_version_transition"), &expiration, noncurrent);
        }
    }
}

fn check_days<'a>(
    check: &mut Check<'a>,
    transitions: &AttributePath<'a>,
    expiration: &AttributePath<'a>,
    days: &str,
) {
    let steps: Vec<_> =
        transitions.items().into_iter().filter_map(|step| Step::of(&step, days)).collect();
    for step in &steps {
        check.judge(&step.place, Known(step), |step| step.check_steps(&steps));
    }
    // The provider writes 0 where an object does not expire after a number of days.
    if let (Known(end), Some(last)) =
        (expiration.number(), steps.iter().max_by(|a, b| a.days.total_cmp(&b.days)))
        && end > 0.0
    {
        let otherwise =
            format!("expires no later than it moves to {}, after {} days", last.class, last.days);
        check.expect(expiration, Known(end > last.days), otherwise);
    }
}

struct Step<'a> {
    place: AttributePath<'a>,
    class: &'a str,
    days: f64,
}

impl<'a> Step<'a> {
    fn of(transition: &AttributePath<'a>, days: &str) -> Option<Self> {
        let place = transition.at(days);
        let by_date = transition.at("date").string().is_set();
        let (class, days) =
            (transition.at("storage_class").string().known()?, place.number().known()?);
        (!by_date).then_some(Self { place, class, days })
    }

    fn check_steps(&self, steps: &[Self]) -> Option<String> {
        let rank = |step: &Self| CLASSES.iter().position(|class| *class == step.class);
        let is_infrequent = |step: &Self| step.class.ends_with("_IA");
        if is_infrequent(self) && self.days < INFREQUENT {
            return Some(format!("{} takes objects of 30 days and more", self.class));
        }
        let earlier = steps.iter().filter(|step| rank(step) < rank(self));
        let mut late = earlier.filter(|step| {
            self.days < step.days + if is_infrequent(step) { INFREQUENT } else { 0.0 }
        });
        let step = late.next()?;
        Some(format!("comes too early after {}, which begins at {} days", step.class, step.days))
    }
}
