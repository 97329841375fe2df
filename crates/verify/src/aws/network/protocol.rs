//! [`IpProtocol`]: the protocol that a rule of a security group or an entry of a network ACL is
//! for.

/// A protocol, as rules and entries tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IpProtocol {
    /// Every protocol, with every port: `-1`.
    Any,
    /// `tcp`, or `6`.
    Tcp,
    /// `udp`, or `17`.
    Udp,
    /// Any other, which has no ports.
    Other,
}

impl IpProtocol {
    /// What a text means.
    /// Source: AWS provider 5.100.0, `aws_security_group` and `aws_network_acl_rule`, `protocol`: a
    /// name or a number, `-1` and `all` for every protocol.
    pub fn of(text: &str) -> Self {
        match text.to_ascii_lowercase().as_str() {
            "-1" | "all" => Self::Any,
            "tcp" | "6" => Self::Tcp,
            "udp" | "17" => Self::Udp,
            _ => Self::Other,
        }
    }

    /// Whether a rule for this one is also for another.
    pub fn carries(self, other: Self) -> bool {
        self == Self::Any || self == other
    }
}
