//! A target group combines its algorithm only with what the algorithm supports.
//!
//! ## Why
//!
//! Slow start works with round robin only, and the mitigation of anomalous targets with weighted
//! random only. AWS answers `InvalidConfigurationRequest` to every other combination, after the
//! target group has been made.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   load_balancing_algorithm_type = "least_outstanding_requests"
//!   slow_start                    = 60
//! }
//! ```
//!
//! ## Fix
//!
//! Set `slow_start = 0`, or use `round_robin`; for anomaly mitigation use `weighted_random`.
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   load_balancing_algorithm_type     = "weighted_random"
//!   load_balancing_anomaly_mitigation = "on"
//!   slow_start                        = 0
//! }
//! ```
//!
//! ## Source
//!
//! - [Slow start mode and routing algorithms](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html)
//! - [TargetGroupAttribute](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7", "APP-3"] }

/// Algorithms that know no slow start. Source: Application Load Balancer, "Slow start mode".
const WITHOUT: [&str; 2] = ["least_outstanding_requests", "weighted_random"];

fn check(check: &mut Check) {
    for group in check.all("aws_lb_target_group") {
        let slow_start = group.at("slow_start");
        let algorithm =
            group.at("load_balancing_algorithm_type").string().known().unwrap_or_default();
        let mitigates = group.at("load_balancing_anomaly_mitigation").string() == Known("on");
        check.judge(&slow_start, slow_start.number().or(0.0), |seconds| {
            let refused = seconds > 0.0 && WITHOUT.contains(&algorithm);
            refused.then(|| format!("{algorithm} does not work with a slow start"))
        });
        if mitigates {
            let mitigation = group.at("load_balancing_anomaly_mitigation");
            let is_random = Known(algorithm == "weighted_random");
            check.expect(
                &mitigation,
                is_random,
                "anomaly mitigation needs the algorithm weighted_random",
            );
        }
    }
}
