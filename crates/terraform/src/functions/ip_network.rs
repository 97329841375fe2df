//! `cidrhost`, `cidrnetmask`, `cidrsubnet` and `cidrsubnets`.
//!
//! Terraform reads addresses as Go once did (`010.001.0.0` is decimal) and calculates with integers
//! of any size, so a negative number, an IPv4 address within IPv6 and a network that is larger than
//! its parent have answers, odd ones too; they are kept. `ipnet` and `std::net` read neither those
//! addresses nor such numbers.
//!
//! Source: Terraform's `internal/ipaddr`, `go-cidr` 1.1.0.

mod address;
mod network;

use dashu_int::IBig;

use super::support::{
    Outcome, STRING, STRINGS, number, numeric, string, text, whole, whole_number,
};
use super::{Function, FunctionContext, FunctionError, Parameter};
use crate::types::Type;
use crate::value::Value;
use address::Address;
use network::Network;

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
