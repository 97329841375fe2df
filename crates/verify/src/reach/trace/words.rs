//! How a person is told what stops a connection.

use std::net::IpAddr;

use super::end::End;
use crate::AttributePath;
use crate::aws::network::{Gateway, RouteTable};
use crate::reach::network::Ground;

/// What an end is called.
pub fn name(end: End) -> String {
    if let Some(node) = end.through {
        return format!("a client through {}", node.resource.address());
    }
    match (end.interface, end.service, end.address) {
        (Some(interface), ..) => interface.resource.address().to_owned(),
        (None, Some(service), _) => format!("the AWS service {service}"),
        (None, None, Some(address)) if end.ground.is_some() || !is_for_documents(address) => {
            address.to_string()
        }
        _ => "the internet".to_owned(),
    }
}

/// Whether an address stands for the internet as a whole.
fn is_for_documents(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_documentation() || address.octets()[0..2] == [198, 18],
        IpAddr::V6(address) => matches!(address.segments()[0..2], [0x2001, 0xdb8] | [0x3fff, _]),
    }
}

pub fn away(hop: &str, gateway: Gateway) -> String {
    format!(
        "the way leads through {hop}, a {}, and what is behind it is not followed",
        gateway.name()
    )
}

pub fn table_name(ground: &Ground) -> String {
    match &ground.table {
        Ok(table) => format!("{}, the route table of {},", table.name(), ground.subnet.address()),
        Err(_) => ground.subnet.address().to_owned(),
    }
}

pub fn table_element<'a>(ground: &Ground<'a>) -> AttributePath<'a> {
    match &ground.table {
        Ok(RouteTable::Own(table) | RouteTable::MadeWith(table)) => table.root(),
        _ => ground.subnet.0.root(),
    }
}
