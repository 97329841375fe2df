//! [`Mentions`]: which resources may refer to which.

use std::collections::HashMap;

/// Who may refer to whom: whoever does is among them, and few others.
#[derive(Debug, Default)]
pub struct Mentions {
    /// By the place of a resource, who has a reference to it.
    pub(super) references: Vec<Vec<usize>>,
    /// By a text that is the id, ARN or name of a resource, who has it among its values.
    pub(super) texts: HashMap<String, Vec<usize>>,
    /// By a type and one of its arguments, who has one there of which it is not known what it
    /// refers to.
    pub(super) incomplete: HashMap<String, HashMap<String, Vec<usize>>>,
}
