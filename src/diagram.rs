//! `paytf diagram`: a stack by zone and tier, and what is left of it when zones are lost, as a picture.
//!
//! [`Inventory`](crate::verify::Inventory) → [`Picture`] (what is drawn) → [`Drawing`] (where) → SVG. Mermaid and DOT place
//! things themselves, so they are written from the [`Picture`].

mod dot;
mod layout;
mod mermaid;
mod picture;
mod svg;

pub use dot::dot;
pub use layout::{Block, Drawing, Line, Rect, Shape, Style, Text, advance, width};
pub use mermaid::mermaid;
pub use picture::{
    Card, Cell, Column, End, Fated, Flow, Lost, Mark, Outside, Picture, Slot, Subject, Tier, UnknownZone, Way, zones_named,
};
pub use svg::svg;
