//! [`Lookup`]: where in a list what one asks for stands.

use std::cmp::Ordering;
use std::ops::Range;

/// The places of a list, in the order of what is asked for. Against a map it needs no copy of each key, and two allocations in all.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    places: Vec<usize>,
    /// Where in `places` each key begins.
    keys: Vec<usize>,
}

impl Lookup {
    /// Of a list of this length, by the key that each place has.
    pub fn of<K: Ord>(length: usize, key: impl Fn(usize) -> K) -> Self {
        let mut places: Vec<usize> = (0..length).collect();
        places.sort_by_key(|place| key(*place));
        let begins = |at: &usize| *at == 0 || key(places[*at - 1]) != key(places[*at]);
        let keys = (0..length).filter(begins).collect();
        Self { places, keys }
    }

    /// The places, in their order in the list, of which the key is neither less nor greater than what is asked for.
    pub fn find(&self, compared: impl Fn(usize) -> Ordering) -> &[usize] {
        match self.keys.binary_search_by(|begin| compared(self.places[*begin])) {
            Ok(key) => &self.places[self.range(key)],
            Err(_) => &[],
        }
    }

    /// All places, in the order of their keys.
    pub fn places(&self) -> &[usize] {
        &self.places
    }

    fn range(&self, key: usize) -> Range<usize> {
        self.keys[key]..self.keys.get(key + 1).copied().unwrap_or(self.places.len())
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
        assert_eq!(lookup.places(), [1, 3, 5, 0, 4, 2]);
    }
}
