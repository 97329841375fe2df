//! No subnet gives a public IP address to whatever is started in it.
//!
//! ## Why
//!
//! With `map_public_ip_on_launch`, a machine that should be private is reachable as soon as someone
//! starts it in the wrong subnet. What needs a public address, such as a NAT gateway or a load
//! balancer, gets it from its own configuration.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_subnet" "public" {
//!   map_public_ip_on_launch = true
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `map_public_ip_on_launch` out, and give an address only to what needs it.
//!
//! ```hcl
//! resource "aws_subnet" "public" {
//!   map_public_ip_on_launch = false
//! }
//! ```
//!
//! ## Source
//!
//! - [Modify the IP addressing attributes of your subnet](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html)
//! - [Security Hub control EC2.15](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)

use crate::Check;

rule! { Warning, AnyStack, ["NET-1"] }

fn check(check: &mut Check) {
    for subnet in check.all_of(&["aws_subnet", "aws_default_subnet"]) {
        let mapped = subnet.at("map_public_ip_on_launch");
        check.expect(
            &mapped,
            mapped.bool().not(),
            "whatever is started here gets a public IP address",
        );
    }
}
