//! A classic load balancer takes connections over TLS.
//!
//! ## Why
//!
//! An HTTP listener takes requests from the internet unencrypted; a classic load balancer cannot
//! redirect. A TCP listener forwards bytes unread: a plan does not show whether they are encrypted
//! from end to end.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_elb" "main" {
//!   listener {
//!     lb_port           = 80
//!     lb_protocol       = "http"
//!     instance_port     = 8080
//!     instance_protocol = "http"
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Listen for HTTPS or SSL, with a certificate; better, use an Application Load Balancer.
//!
//! ```hcl
//! resource "aws_elb" "main" {
//!   listener {
//!     lb_port            = 443
//!     lb_protocol        = "https"
//!     instance_port      = 8443
//!     instance_protocol  = "https"
//!     ssl_certificate_id = aws_acm_certificate.main.arn
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Listeners for your Classic Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html)
//! - [Security Hub control ELB.3](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)

use crate::Check;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Warning, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    for balancer in
        check.all("aws_elb").filter(|balancer| balancer.at("internal").bool() != Known(true))
    {
        for listener in balancer.at("listener").items() {
            let protocol = listener.at("lb_protocol");
            match protocol.string().map(str::to_ascii_lowercase) {
                Known(name) if matches!(&*name, "https" | "ssl") => check.pass(&protocol),
                Known(name) if name == "tcp" => {
                    check.unknown(
                        &protocol,
                        "what it forwards unread may be encrypted from end to end, or not",
                    );
                }
                Known(_) => check.fail(&protocol, "accepts unencrypted requests from the internet"),
                Unknown => check.known_later(&protocol),
                Absent => {}
            }
        }
    }
}
