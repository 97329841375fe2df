//! [`Address`]: an address as Terraform reads it.

use std::net::{Ipv4Addr, Ipv6Addr};

use dashu_int::IBig;
use dashu_int::ops::BitTest;

/// An address of IPv4 or of IPv6.
#[derive(Clone, Copy, PartialEq)]
pub struct Address {
    pub number: u128,
    /// 32 or 128.
    pub bits: u32,
}

impl Address {
    pub fn read(text: &str) -> Option<Self> {
        if let Some(number) = ipv4(text) {
            return Some(Address { number: number.into(), bits: 32 });
        }
        ipv6(text).map(|number| Address { number, bits: 128 })
    }

    /// An IPv4 address within IPv6, which Go takes for one of IPv4 here and there.
    pub fn is_mapped(self) -> bool {
        self.bits == 128 && self.number >> 32 == 0xffff
    }

    pub fn masked(self, prefix: u32) -> Self {
        let host = self.bits - prefix.min(self.bits);
        let number = self.number.checked_shr(host).unwrap_or(0).checked_shl(host).unwrap_or(0);
        Address { number, ..self }
    }

    /// The address with `number` shifted by `shift` put into it, whatever is there.
    pub fn with(self, number: &IBig, shift: u32) -> Option<Self> {
        let sum = IBig::from(self.number) | (number.clone() << shift as usize);
        // Go writes the absolute value of what is negative.
        let (_, magnitude) = sum.into_parts();
        (magnitude.bit_len() <= self.bits as usize).then_some(())?;
        Some(Address { number: u128::try_from(magnitude).ok()?, ..self })
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.bits == 32 || self.is_mapped() {
            write!(f, "{}", Ipv4Addr::from(self.number as u32))
        } else {
            write!(f, "{}", Ipv6Addr::from(self.number))
        }
    }
}

/// Decimal digits, with zeros before them or not.
pub fn decimal(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn ipv4(text: &str) -> Option<u32> {
    let mut parts =
        text.split('.').map(|part| decimal(part).and_then(|part| u8::try_from(part).ok()));
    let address = [parts.next()??, parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then(|| u32::from_be_bytes(address))
}

fn ipv6(text: &str) -> Option<u128> {
    let groups = |text: &str| -> Option<Vec<u16>> {
        let mut all = Vec::new();
        if text.is_empty() {
            return Some(all);
        }
        let parts: Vec<&str> = text.split(':').collect();
        for (at, part) in parts.iter().enumerate() {
            if part.contains('.') && at + 1 == parts.len() {
                let address = ipv4(part)?;
                all.extend([(address >> 16) as u16, address as u16]);
            } else {
                // More than four digits, the first of them zeros, are read too.
                let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit());
                all.push(digits.then(|| u16::from_str_radix(part, 16).ok()).flatten()?);
            }
        }
        Some(all)
    };
    let all = match text.split_once("::") {
        None => groups(text)?,
        Some((head, tail)) => {
            let (head, tail) = (groups(head)?, groups(tail)?);
            let zeros = 8_usize.checked_sub(head.len() + tail.len()).filter(|&zeros| zeros > 0)?;
            [head, vec![0; zeros], tail].concat()
        }
    };
    (all.len() == 8).then(|| all.iter().fold(0, |number, &group| number << 16 | u128::from(group)))
}
