//! The network interface that an instance is given.

use crate::{AttributePath, Resource};

/// The interface that an instance is given, where it is given one: or where it is not known which.
pub fn first_interface<'a>(
    instance: Resource<'a>,
) -> Option<Result<Resource<'a>, AttributePath<'a>>> {
    let place = instance.at("network_interface.0.network_interface_id");
    let is_given = !instance.at("network_interface").items().is_empty();
    is_given.then(|| place.link("aws_network_interface").proven().map_err(|_| place.clone()))
}
