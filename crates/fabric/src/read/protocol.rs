//! Protocols and ports of network ACL entries and security group rules.

use verify::AttributePath;

use super::{at, known};
use crate::Result;
use crate::network::{PortRange, Protocol};

/// The protocol in one argument of a block, and the ports beside it.
/// Source: AWS CLI reference, `create-network-acl-entry` and `authorize-security-group-ingress`:
/// names, IANA's numbers, or -1.
pub fn protocol(block: &AttributePath, argument: &str) -> Result<Protocol> {
    let place = block.at(argument);
    Ok(match known(&place)?.to_ascii_lowercase().as_str() {
        "-1" | "all" => Protocol::All,
        "tcp" | "6" => Protocol::Tcp(ports(block)?),
        "udp" | "17" => Protocol::Udp(ports(block)?),
        "icmp" => Protocol::Other(1),
        "icmpv6" => Protocol::Other(58),
        number => Protocol::Other(
            number.parse().map_err(|_| at(&place, format!("is no protocol: {number}")))?,
        ),
    })
}

fn ports(block: &AttributePath) -> Result<PortRange> {
    let port = |name: &str| {
        let place = block.at(name);
        let number =
            place.number().known().filter(|number| (0.0..=f64::from(u16::MAX)).contains(number));
        number.map(|number| number as u16).ok_or_else(|| at(&place, "is no port".to_owned()))
    };
    Ok(PortRange { from: port("from_port")?, to: port("to_port")? })
}
