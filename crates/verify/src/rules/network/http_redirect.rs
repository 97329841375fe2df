//! Unencrypted requests from the internet are redirected, not forwarded.
//!
//! ## Why
//!
//! A listener for HTTP that forwards receives card data, sessions and passwords unencrypted from
//! everyone who typed the address without `https`. After a redirect, the client comes back over
//! TLS.
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

use crate::aws::balancing::{Reach, reach};
use crate::aws::balancing::{actions, balancer, listeners};
use crate::aws::network::SecurityGroupRule;
use crate::planned::Planned::{Known, Unknown};
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    let openings = SecurityGroupRule::all(check.inventory());
    for listener in listeners(check.inventory())
        .filter(|listener| listener.at("protocol").string() == Known("HTTP"))
    {
        let Some(balancer) = balancer(listener) else { continue };
        match reach(balancer, listener, &openings) {
            Reach::NetworkOnly => {}
            Reach::Everyone => listener_of(check, listener),
            Reach::Open(reason) => match actions(listener) {
                Ok(actions) if actions.iter().all(|action| is_forward(action) == Known(false)) => {
                    check.pass(&listener.root());
                }
                _ => check.unknown(&listener.root(), reason),
            },
        }
    }
}

/// One result for a listener, however many rules it has.
fn listener_of<'a>(check: &mut Check<'a>, listener: Resource<'a>) {
    let actions = match actions(listener) {
        Ok(actions) => actions,
        Err(reason) => {
            return check
                .unknown(&listener.root(), format_args!("what it does is unknown: {reason}"));
        }
    };
    if let Some(forwards) = actions.iter().find(|action| is_forward(action) == Known(true)) {
        check.fail(&forwards.at("type"), "forwards unencrypted requests from the internet");
    } else if let Some(open) = actions.iter().find(|action| is_forward(action) == Unknown) {
        check.known_later(&open.at("type"));
    } else {
        check.pass(&listener.root());
    }
}

fn is_forward(action: &AttributePath) -> crate::Planned<bool> {
    action.at("type").string().map(|kind| kind == "forward").or(false)
}
