//! Everything that is in zones, of each kind.

use super::zonal::Zonal;
use super::{
    broker, cache, database, file_system, instance, machine_group, named, search, service, spread,
    volume,
};
use crate::Inventory;

impl<'a> Zonal<'a> {
    /// Everything that is in zones, except the ways out of subnets.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        let mut all = spread::all(inventory);
        all.extend(instance::all(inventory));
        all.extend(machine_group::all(inventory));
        all.extend(volume::all(inventory));
        all.extend(service::all(inventory));
        all.extend(database::all(inventory));
        all.extend(cache::all(inventory));
        all.extend(search::all(inventory));
        all.extend(broker::all(inventory));
        all.extend(file_system::all(inventory));
        all.extend(named::all(inventory));
        all
    }
}
