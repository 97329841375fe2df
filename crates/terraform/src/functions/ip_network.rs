//! `cidrhost`, `cidrnetmask`, `cidrsubnet` and `cidrsubnets`.
//!
//! Terraform reads addresses as Go once did (`010.001.0.0` is decimal) and calculates with integers
//! of any size, so a negative number, an IPv4 address within IPv6 and a network that is larger than
//! its parent have answers, odd ones too; they are kept. `ipnet` and `std::net` read neither those
//! addresses nor such numbers.
//!
//! Source: Terraform's `internal/ipaddr`, `go-cidr` 1.1.0.

use std::net::{Ipv4Addr, Ipv6Addr};

use dashu_int::ops::BitTest;
use dashu_int::{IBig, UBig};

use super::support::{
    Outcome, STRING, STRINGS, number, numeric, string, text, whole, whole_number,
};
use super::{Function, FunctionContext, FunctionError, Parameter};
use crate::types::Type;
use crate::value::Value;

const CIDRSUBNET: &[Parameter] = &[string("prefix"), number("newbits"), number("netnum")];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("cidrhost", &[string("prefix"), number("hostnum")], STRING, cidrhost),
    Function::new("cidrnetmask", &[string("prefix")], STRING, cidrnetmask),
    Function::new("cidrsubnet", CIDRSUBNET, STRING, cidrsubnet),
    Function::new("cidrsubnets", &[string("prefix")], STRINGS, cidrsubnets)
        .variadic(number("newbits")),
];

/// Argument `index` as a whole number of any size.
fn big(arguments: &[Value], index: usize) -> Result<IBig, FunctionError> {
    let number = numeric(arguments, index);
    let whole = if number.is_integer() { number.truncated() } else { None };
    whole.ok_or_else(|| FunctionError::call("value must be a whole number"))
}

/// `cidrhost`: a negative number counts from the end.
fn cidrhost(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let number = big(arguments, 1)?;
    let network = Network::read(text(arguments, 0)).map_err(FunctionError::call)?;
    Ok(network.host(&number).map_err(FunctionError::call)?.to_string().into())
}

/// `cidrnetmask`: of IPv4 only.
fn cidrnetmask(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let network = Network::read(text(arguments, 0)).map_err(FunctionError::call)?;
    if network.address.bits == 128 && !network.address.is_mapped() {
        return Err(FunctionError::call(format!(
            "IPv6 addresses cannot have a netmask: {}",
            text(arguments, 0)
        )));
    }
    let all =
        Address { number: u128::MAX >> (128 - network.address.bits), bits: network.address.bits };
    Ok(all.masked(network.prefix).to_string().into())
}

/// `cidrsubnet`: host bits of the prefix are cleared first.
fn cidrsubnet(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let new_bits = whole(arguments, 1)?;
    let number = big(arguments, 2)?;
    let network = Network::read(text(arguments, 0)).map_err(FunctionError::call)?;
    Ok(network.subnet(new_bits, &number).map_err(FunctionError::call)?.into())
}

/// `cidrsubnets`: one after the other, each at the next place where a network of its size may
/// begin.
fn cidrsubnets(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let network =
        Network::read(text(arguments, 0)).map_err(|error| FunctionError::argument(0, error))?;
    let bits = network.address.bits;
    if network.address.is_mapped() && arguments.len() > 1 {
        return Err(FunctionError::argument(
            1,
            "networks of IPv4 addresses within IPv6 cannot be split",
        ));
    }
    let mut all = Vec::new();
    // The addresses before the first ones are the last ones, after which there is nothing.
    let mut last = Address {
        number: network.address.number.wrapping_sub(1) & (u128::MAX >> (128 - bits)),
        bits,
    };
    for index in 1..arguments.len() {
        let refused = |reason: String| FunctionError::argument(index, reason);
        let new_bits = whole_number(arguments, index).map_err(refused)?;
        if new_bits < 1 {
            return Err(refused("must extend prefix by at least one bit".into()));
        }
        if new_bits > 32 {
            return Err(refused("may not extend prefix by more than 32 bits".into()));
        }
        let prefix = network.prefix + new_bits as u32;
        if prefix > bits {
            let protocol = if bits == 32 { "IPv4" } else { "IPv6" };
            return Err(refused(format!(
                "would extend prefix to {prefix} bits, which is too long for an {protocol} address"
            )));
        }
        let next = Network::after(last, prefix).filter(|next| network.contains(next.address));
        let next = next.ok_or_else(|| {
            refused(format!(
                "not enough remaining address space for a subnet with a prefix of {prefix} bits \
                 after {last}"
            ))
        })?;
        all.push(Value::from(next.to_string()));
        last = next.last();
    }
    Ok(Value::list(Type::String, all))
}

/// A network: its first address and how many bits are its prefix.
#[derive(Clone, Copy)]
struct Network {
    address: Address,
    prefix: u32,
}

#[derive(Clone, Copy, PartialEq)]
struct Address {
    number: u128,
    /// 32 or 128.
    bits: u32,
}

impl Address {
    fn read(text: &str) -> Option<Self> {
        if let Some(number) = ipv4(text) {
            return Some(Address { number: number.into(), bits: 32 });
        }
        ipv6(text).map(|number| Address { number, bits: 128 })
    }

    /// An IPv4 address within IPv6, which Go takes for one of IPv4 here and there.
    fn is_mapped(self) -> bool {
        self.bits == 128 && self.number >> 32 == 0xffff
    }

    fn masked(self, prefix: u32) -> Self {
        let host = self.bits - prefix.min(self.bits);
        let number = self.number.checked_shr(host).unwrap_or(0).checked_shl(host).unwrap_or(0);
        Address { number, ..self }
    }

    /// The address with `number` shifted by `shift` put into it, whatever is there.
    fn with(self, number: &IBig, shift: u32) -> Option<Self> {
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

impl Network {
    fn read(text: &str) -> Result<Self, String> {
        let invalid = || format!("invalid CIDR expression: invalid CIDR address: {text}");
        let (address, prefix) = text.split_once('/').ok_or_else(invalid)?;
        let address = Address::read(address).ok_or_else(invalid)?;
        let prefix =
            decimal(prefix).filter(|&prefix| prefix <= address.bits).ok_or_else(invalid)?;
        Ok(Network { address: address.masked(prefix), prefix })
    }

    fn host(self, number: &IBig) -> Result<Address, String> {
        let bits = self.address.bits - self.prefix;
        let most = (IBig::ONE << bits as usize) - IBig::ONE;
        // Go compares the low 64 bits, signed.
        let low = |number: &IBig| {
            let (_, magnitude) = number.clone().into_parts();
            u64::try_from(magnitude & UBig::from(u64::MAX)).unwrap_or_default() as i64
        };
        let (checked, inserted) = if number < &IBig::ZERO {
            let back = -number.clone() - IBig::ONE;
            (back.clone(), &most - back)
        } else {
            (IBig::from(low(number)), number.clone())
        };
        let refused =
            || format!("prefix of {} does not accommodate a host numbered {number}", self.prefix);
        if checked > most {
            return Err(refused());
        }
        self.address
            .with(&inserted, if self.address.is_mapped() { 96 } else { 0 })
            .ok_or_else(refused)
    }

    fn subnet(self, new_bits: i64, number: &IBig) -> Result<String, String> {
        let prefix = i64::from(self.prefix).saturating_add(new_bits);
        if prefix > self.address.bits.into() {
            return Err(format!(
                "insufficient address space to extend prefix of {} by {new_bits}",
                self.prefix
            ));
        }
        let refused = || {
            format!(
                "prefix extension of {new_bits} does not accommodate a subnet numbered {number}"
            )
        };
        let most = if (0..64).contains(&new_bits) { (1_u64 << new_bits) - 1 } else { u64::MAX };
        let (_, magnitude) = number.clone().into_parts();
        if u64::try_from(magnitude & UBig::from(u64::MAX)).unwrap_or_default() > most {
            return Err(refused());
        }
        // A network larger than all addresses has no name, in Go "<nil>".
        let prefix = u32::try_from(prefix).map_err(|_| refused())?;
        let address = self.address.with(number, self.address.bits - prefix).ok_or_else(refused)?;
        Ok(Network { address, prefix }.to_string())
    }

    /// The network of `prefix` bits after `last`, the last address before it. None: beyond all
    /// addresses.
    fn after(last: Address, prefix: u32) -> Option<Self> {
        let host = last.bits - prefix;
        let ones = 1_u128.checked_shl(host).map_or(u128::MAX, |size| size - 1);
        let next = (last.masked(prefix).number | ones).checked_add(1)?;
        let all = u128::MAX >> (128 - last.bits);
        (next <= all)
            .then_some(Network { address: Address { number: next, bits: last.bits }, prefix })
    }

    fn last(self) -> Address {
        let ones =
            1_u128.checked_shl(self.address.bits - self.prefix).map_or(u128::MAX, |size| size - 1);
        Address { number: self.address.number | ones, ..self.address }
    }

    fn contains(self, address: Address) -> bool {
        address.masked(self.prefix) == self.address
    }
}

impl std::fmt::Display for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let prefix =
            if self.address.is_mapped() { self.prefix.saturating_sub(96) } else { self.prefix };
        write!(f, "{}/{prefix}", self.address)
    }
}

/// Decimal digits, with zeros before them or not.
fn decimal(text: &str) -> Option<u32> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;

    fn host(prefix: &str, number: &str) -> Option<String> {
        let number = Number::parse(number).unwrap().truncated().unwrap();
        Network::read(prefix).ok()?.host(&number).ok().map(|address| address.to_string())
    }

    #[test]
    fn addresses_are_read_as_terraform_reads_them() {
        for (written, read) in [
            ("010.001.0.0/16", Some("10.1.0.0/16")),
            ("10.1.2.3/016", Some("10.1.0.0/16")),
            ("10.0/16", None),
            ("10.0.0.0", None),
            ("10.0.0.0/33", None),
            ("256.0.0.0/8", None),
            ("2001:0db8::00001/32", Some("2001:db8::/32")),
            ("::/0", Some("::/0")),
            ("1:2:3:4:5:6:7:8::/64", None),
            ("1::2::3/64", None),
            ("1:2:3:4:5:6:7::/112", Some("1:2:3:4:5:6:7:0/112")),
            ("::ffff:10.0.0.0/104", Some("10.0.0.0/8")),
            (":1::/8", None),
            ("/8", None),
        ] {
            assert_eq!(
                Network::read(written).ok().map(|network| network.to_string()).as_deref(),
                read,
                "{written}"
            );
        }
    }

    #[test]
    fn hosts_count_from_both_ends_and_within_ipv6_oddly() {
        for (prefix, number, address) in [
            ("10.0.0.0/16", "255", Some("10.0.0.255")),
            ("10.1.2.3/16", "-1", Some("10.1.255.255")),
            ("0.0.0.0/0", "-65536", Some("255.255.0.0")),
            ("192.168.0.0/24", "256", None),
            ("10.0.0.1/32", "1", None),
            ("010.001.0.0/16", "18446744073709551616", None),
            ("::1/128", "18446744073709551616", Some("::1:0:0:0:1")),
            ("::/0", "-1", Some("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")),
            ("::ffff:10.0.0.0/104", "5", Some("0:5::ffff:a00:0")),
        ] {
            assert_eq!(host(prefix, number).as_deref(), address, "{prefix} {number}");
        }
    }

    #[test]
    fn subnets_may_be_larger_than_their_parent_and_numbers_negative() {
        let subnet = |prefix: &str, bits, number: i64| {
            Network::read(prefix).unwrap().subnet(bits, &IBig::from(number)).ok()
        };
        for (prefix, bits, number, result) in [
            ("10.0.0.0/16", 8, 255, Some("10.0.255.0/24")),
            ("10.1.2.3/16", 8, 1, Some("10.1.1.0/24")),
            ("192.168.0.0/24", -1, 2, Some("192.168.4.0/23")),
            ("fd00:fd12:3456:7890::/56", 16, -1, Some("::100:0:0:0/72")),
            ("::ffff:10.0.0.0/104", 24, 15, Some("10.0.0.15/32")),
            ("10.0.0.0/16", -1, 4_294_967_295, None),
            ("10.0.0.0/16", 17, 0, None),
            ("10.0.0.0/8", i64::MIN, 1, None),
            ("10.0.0.0/8", i64::MAX, 1, None),
        ] {
            assert_eq!(subnet(prefix, bits, number).as_deref(), result, "{prefix} {bits} {number}");
        }
    }
}
