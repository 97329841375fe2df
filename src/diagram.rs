//! `paytf diagram`: a stack by zone and tier, and what is left of it when zones are lost, as a
//! picture.
//!
//! [`Inventory`](verify::Inventory) → [`Picture`] (what is drawn) → [`Drawing`] (where) → SVG.
//! Mermaid and DOT place things themselves, so they are written from the [`Picture`].

mod dot;
mod layout;
mod mermaid;
mod nodes;
mod picture;
mod svg;

use crate::naming::Suffix;
use verify::Inventory;

pub use dot::dot;
pub use layout::{Block, Drawing, Line, Rect, Shape, Style, Text, advance, width};
pub use mermaid::mermaid;
pub use picture::{
    Card, Cell, Column, End, External, Flow, FlowKind, Lost, Mark, NodeImpact, Picture, Slot,
    Subject, Tier, UnknownZone, zones_named,
};
pub use svg::svg;

/// The headline of a picture of a stack that paytf writes.
pub fn headline(suffix: &Suffix) -> String {
    format!("Payment infrastructure {suffix}")
}

/// The picture of a stack that paytf writes, by its inventory.
pub fn of_stack(inventory: &Inventory, suffix: &Suffix) -> Picture {
    Picture::of(inventory, &headline(suffix), None)
}
