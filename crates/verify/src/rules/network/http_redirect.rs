//! What comes over the internet in clear is redirected, not handed on.
//!
//! ## Why
//!
//! A listener for HTTP that forwards takes card data, sessions and passwords in clear from whoever typed the address without `https`.
//! Redirected, the client comes back over TLS.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_listener" "http" {
//!   load_balancer_arn = aws_lb.main.arn
//!   port              = 80
//!   protocol          = "HTTP"
//!
//!   default_action {
//!     type             = "forward"
//!     target_group_arn = aws_lb_target_group.app.arn
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Make the default action, and that of each rule, a redirect to HTTPS, or leave the listener out.
//!
//! ```hcl
//! default_action {
//!   type = "redirect"
//!
//!   redirect {
//!     port        = "443"
//!     protocol    = "HTTPS"
//!     status_code = "HTTP_301"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Redirect actions for Application Load Balancer listener rules](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html)
//! - [Security Hub control ELB.1](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)

use crate::Check;
use crate::aws::balancing::{actions, balancer, listeners};
use crate::planned::Planned::Known;

rule! { Error, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    for listener in listeners(check.inventory()).filter(|listener| listener.at("protocol").text() == Known("HTTP")) {
        let Some(balancer) = balancer(listener) else { continue };
        if balancer.at("internal").flag().known().unwrap_or(false) {
            continue;
        }
        for action in actions(listener).iter().map(|action| action.at("type")) {
            let forwards = action.text().map(|kind| kind == "forward");
            check.expect(&action, forwards.not(), "hands on what came over the internet in clear");
        }
    }
}
