//! [`Family`]: IPv4 or IPv6.

use std::net::IpAddr;

/// The families of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// IPv4.
    V4,
    /// IPv6.
    V6,
}

impl Family {
    /// Whether an address is of it.
    pub fn has(self, address: IpAddr) -> bool {
        address.is_ipv4() == (self == Self::V4)
    }

    /// The length of the widest range that a network can have.
    /// Source: Amazon VPC User Guide, "VPC CIDR blocks": from /16 to /28; of IPv6 from /44 to /60.
    pub fn widest(self) -> u8 {
        match self {
            Self::V4 => 16,
            Self::V6 => 44,
        }
    }
}
