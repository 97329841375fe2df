//! The resources of an inventory, by type, by address and by mode.

use terraform::plan::Mode;

use super::Inventory;
use crate::resource::Resource;

impl Inventory {
    pub(crate) fn resource(&self, place: usize) -> Resource<'_> {
        Resource::new(self, &self.entries[place])
    }

    /// Every managed resource that will exist, in the order of addresses.
    pub fn resources(&self) -> impl Iterator<Item = Resource<'_>> {
        self.entries
            .iter()
            .filter(|entry| entry.mode == Mode::Managed)
            .map(|entry| Resource::new(self, entry))
    }

    /// The managed resources of one type that will exist.
    pub fn all<'a>(&'a self, kind: &str) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        self.of_mode(Mode::Managed, kind)
    }

    /// The managed resources of several types that will exist, type by type.
    pub fn all_of<'a>(&'a self, kinds: &[&str]) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        let all: Vec<_> = kinds.iter().flat_map(|kind| self.all(kind)).collect();
        all.into_iter()
    }

    /// The data sources of one type.
    pub fn data<'a>(&'a self, kind: &str) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        self.of_mode(Mode::Data, kind)
    }

    /// Every data source, in the order of addresses.
    pub fn data_sources(&self) -> impl Iterator<Item = Resource<'_>> {
        self.entries
            .iter()
            .filter(|entry| entry.mode == Mode::Data)
            .map(|entry| Resource::new(self, entry))
    }

    fn of_mode<'a>(
        &'a self,
        mode: Mode,
        kind: &str,
    ) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        let places = self.kinds.get(kind).into_iter().flatten();
        let entries =
            places.map(|place| &self.entries[*place]).filter(move |entry| entry.mode == mode);
        entries.map(|entry| Resource::new(self, entry))
    }

    /// The resource at an address, as `module.network.aws_subnet.app["a"]`.
    pub fn at(&self, address: &str) -> Option<Resource<'_>> {
        self.addresses.get(address).map(|place| self.resource(*place))
    }

    /// The managed resources of one type that the plan destroys without replacing them, with the
    /// values they have.
    pub fn destroyed<'a>(&'a self, kind: &str) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        let places = self.destroyed_kinds.get(kind).into_iter().flatten();
        places.map(|place| Resource::new(self, &self.destroyed[*place]))
    }

    /// The configurations of providers, each with the arguments whose values are written out.
    pub fn providers(&self) -> impl Iterator<Item = Resource<'_>> {
        self.providers.iter().map(|entry| Resource::new(self, entry))
    }
}
