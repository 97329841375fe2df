//! The protocol of a security group rule is one that EC2 accepts.
//!
//! ## Why
//!
//! Terraform's provider accepts any word. EC2 accepts `tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all,
//! and the numbers of protocols; the name of a service, such as `ssh` or `https`, is refused during
//! the apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "https" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "10.0.0.0/16"
//!   ip_protocol       = "https"
//!   from_port         = 443
//!   to_port           = 443
//! }
//! ```
//!
//! ## Fix
//!
//! Name the protocol that carries the service, and its ports.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "https" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "10.0.0.0/16"
//!   ip_protocol       = "tcp"
//!   from_port         = 443
//!   to_port           = 443
//! }
//! ```
//!
//! ## Source
//!
//! - [AuthorizeSecurityGroupIngress: IpProtocol](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html)
//! - [Protocol numbers](https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml)

use crate::aws::network::{GROUPS, RULES};
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7"] }

fn check(check: &mut Check) {
    for group in check.all_of(&GROUPS) {
        let blocks = ["ingress", "egress"].map(|direction| group.at(direction).items());
        blocks.into_iter().flatten().for_each(|block| check_protocol(check, &block.at("protocol")));
    }
    for rule in check.all_of(&RULES) {
        check_protocol(check, &rule.at("protocol"));
        check_protocol(check, &rule.at("ip_protocol"));
    }
}

fn check_protocol<'a>(check: &mut Check<'a>, place: &AttributePath<'a>) {
    check.judge(place, place.string(), |protocol| {
        let protocol = protocol.to_ascii_lowercase();
        let is_name = matches!(protocol.as_str(), "-1" | "all" | "tcp" | "udp" | "icmp" | "icmpv6");
        let is_taken = is_name || protocol.parse::<u8>().is_ok();
        (!is_taken).then(|| {
            "is no protocol that EC2 takes: tcp, udp, icmp, icmpv6, -1, or a number".to_owned()
        })
    });
}
