//! [`Network`]: a network, its hosts and its subnets.

use dashu_int::{IBig, UBig};

use super::address::{Address, decimal};

/// A network: its first address and how many bits are its prefix.
#[derive(Clone, Copy)]
pub struct Network {
    pub address: Address,
    pub prefix: u32,
}

impl Network {
    pub fn read(text: &str) -> Result<Self, String> {
        let invalid = || format!("invalid CIDR expression: invalid CIDR address: {text}");
        let (address, prefix) = text.split_once('/').ok_or_else(invalid)?;
        let address = Address::read(address).ok_or_else(invalid)?;
        let prefix =
            decimal(prefix).filter(|&prefix| prefix <= address.bits).ok_or_else(invalid)?;
        Ok(Network { address: address.masked(prefix), prefix })
    }

    pub fn host(self, number: &IBig) -> Result<Address, String> {
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

    pub fn subnet(self, new_bits: i64, number: &IBig) -> Result<String, String> {
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
    pub fn after(last: Address, prefix: u32) -> Option<Self> {
        let host = last.bits - prefix;
        let ones = 1_u128.checked_shl(host).map_or(u128::MAX, |size| size - 1);
        let next = (last.masked(prefix).number | ones).checked_add(1)?;
        let all = u128::MAX >> (128 - last.bits);
        (next <= all)
            .then_some(Network { address: Address { number: next, bits: last.bits }, prefix })
    }

    pub fn last(self) -> Address {
        let ones =
            1_u128.checked_shl(self.address.bits - self.prefix).map_or(u128::MAX, |size| size - 1);
        Address { number: self.address.number | ones, ..self.address }
    }

    pub fn contains(self, address: Address) -> bool {
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
