//! `paytf diagram`: a stack by zone and tier, and what is left of it when zones are lost, as a picture.
//!
//! [`Inventory`](crate::verify::Inventory) → [`Picture`] (what is drawn) → [`Drawing`] (where) → SVG. Mermaid and DOT place
//! things themselves, so they are written from the [`Picture`].

mod dot;
mod layout;
mod mermaid;
mod nodes;
mod picture;
mod svg;

use crate::naming::Suffix;
use crate::verify::Inventory;

pub use dot::dot;
pub use layout::{Block, Drawing, Line, Rect, Shape, Style, Text, advance, width};
pub use mermaid::mermaid;
pub use picture::{
    Card, Cell, Column, End, Fated, Flow, Lost, Mark, Outside, Picture, Slot, Subject, Tier, UnknownZone, Way,
    zones_named,
};
pub use svg::svg;

/// The headline of a picture of a stack that paytf writes.
pub fn headline(suffix: &Suffix) -> String {
    format!("Payment infrastructure {suffix}")
}

/// A stack that paytf writes, by its inventory, as SVG.
///
/// # Errors
/// When it cannot be written as text: a mistake in the program.
pub fn of_stack(inventory: &Inventory, suffix: &Suffix) -> anyhow::Result<String> {
    Ok(svg(&Drawing::of(&Picture::of(inventory, &headline(suffix), None)))?)
}
