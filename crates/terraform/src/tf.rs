//! Terraform's vocabulary as Rust types: attributes, references, blocks, modules and their ports.
//!
//! A tier is written with [`block!`](crate::block), [`text!`](crate::text),
//! [`ports!`](crate::ports) and [`Module`]; the result is an [`hcl::Body`] per file, which `render`
//! turns into `.tf.json` or `.tf`.

pub mod attr;
pub mod block;
pub mod handle;
pub mod meta;
pub mod module;
pub mod ports;
pub mod reference;
pub mod root;
pub mod settings;
pub mod text;
pub mod tier;
pub mod types;

pub use attr::{Attr, List, Map};
pub use block::{Block, BlockWriter, Blocks};
pub use handle::{Address, Data, Declared, Handle, Resource};
pub use hcl::{Expression, Number};
pub use meta::{Meta, meta};
pub use module::{DeclareError, Module};
pub use ports::{Port, PortType, Ports};
pub use reference::{Ref, call};
pub use root::Root;
pub use tier::{AnyTier, Tier, outputs_of};

#[cfg(test)]
mod testing;
