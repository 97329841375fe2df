//! [`Lookup`]: where in a list what one asks for stands.

use std::cmp::Ordering;

/// The places of a list, in the order of what is asked for. Against a map it needs no copy of each key, and one allocation in all.
#[derive(Debug, Clone, Default)]
pub struct Lookup(Vec<usize>);

impl Lookup {
    /// Of a list of this length, by the key that each place has.
    pub fn of<K: Ord>(length: usize, key: impl Fn(usize) -> K) -> Self {
        let mut places: Vec<usize> = (0..length).collect();
        places.sort_by(|a, b| key(*a).cmp(&key(*b)));
        Self(places)
    }

    /// The places, in their order in the list, of which the key is neither less nor greater than what is asked for.
    pub fn find(&self, compared: impl Fn(usize) -> Ordering) -> &[usize] {
        let rest = &self.0[self.0.partition_point(|place| compared(*place) == Ordering::Less)..];
        &rest[..rest.partition_point(|place| compared(*place) == Ordering::Equal)]
    }

    /// All places, in the order of their keys.
    pub fn places(&self) -> &[usize] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn every_place_of_a_key_is_found_in_the_order_of_the_list() {
        let list = ["b", "a", "c", "a", "b", "a"];
        let lookup = Lookup::of(list.len(), |place| list[place]);
        let found = |key: &str| lookup.find(|place| list[place].cmp(key)).to_vec();
        assert_eq!([found("a"), found("b"), found("c")], [vec![1, 3, 5], vec![0, 4], vec![2]]);
        assert_eq!([found(""), found("aa"), found("d")], [vec![0; 0], vec![], vec![]]);
    }
}
