//! The sizes a Fargate task can have.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use thiserror::Error;

/// Memory, in MiB, that goes with each number of CPU units: lowest, highest, and the step between.
/// Source: Amazon ECS Developer Guide, "Task CPU and memory" for Linux on Fargate.
const SIZES: [(u32, u32, u32, u32); 7] = [
    (256, 512, 2_048, 512),
    (512, 1_024, 4_096, 1_024),
    (1_024, 2_048, 8_192, 1_024),
    (2_048, 4_096, 16_384, 1_024),
    (4_096, 8_192, 30_720, 1_024),
    (8_192, 16_384, 61_440, 4_096),
    (16_384, 32_768, 122_880, 8_192),
];

/// CPU and memory of a task, one of the pairs Fargate offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct FargateSize {
    cpu: u32,
    memory_mib: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table such as { cpu = 1024, memory_mib = 2048 }")]
struct Written {
    cpu: u32,
    memory_mib: u32,
}

/// Why Fargate has no such task.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FargateSizeError {
    /// No task has this many CPU units.
    #[error(
        "{0} CPU units are not offered; allowed: 256, 512, 1024, 2048, 4096, 8192 or 16384 (1024 \
         are one vCPU)"
    )]
    Cpu(u32),
    /// The memory does not go with the CPU.
    #[error("{memory} MiB do not go with {cpu} CPU units; allowed: {allowed} MiB")]
    Memory {
        /// CPU units asked for.
        cpu: u32,
        /// MiB asked for.
        memory: u32,
        /// What goes with the CPU units.
        allowed: String,
    },
}

impl FargateSize {
    /// The pair, if Fargate offers it.
    pub fn new(cpu: u32, memory: u32) -> Result<Self, FargateSizeError> {
        let row = SIZES.iter().find(|row| row.0 == cpu).ok_or(FargateSizeError::Cpu(cpu))?;
        // A quarter vCPU has no 1.5 GB: its sizes double.
        let offered =
            memory != 1_536 && (row.1..=row.2).contains(&memory) && memory.is_multiple_of(row.3);
        let memory_error = || FargateSizeError::Memory { cpu, memory, allowed: allowed(row) };
        if offered { Ok(Self { cpu, memory_mib: memory }) } else { Err(memory_error()) }
    }

    /// CPU units; 1024 are one vCPU.
    pub fn cpu(self) -> u32 {
        self.cpu
    }

    /// Memory in MiB.
    pub fn memory_mib(self) -> u32 {
        self.memory_mib
    }
}

fn allowed(&(cpu, lowest, highest, step): &(u32, u32, u32, u32)) -> String {
    if cpu == 256 {
        "512, 1024 or 2048".to_owned()
    } else {
        format!("{lowest} to {highest} in steps of {step}")
    }
}

impl TryFrom<Written> for FargateSize {
    type Error = FargateSizeError;

    fn try_from(written: Written) -> Result<Self, FargateSizeError> {
        Self::new(written.cpu, written.memory_mib)
    }
}

/// Each number of CPU units with the memory that goes with it, as [`FargateSize::new`] has it.
impl JsonSchema for FargateSize {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "FargateSize".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let memories = |row: &(u32, u32, u32, u32)| -> Vec<_> {
            let &(cpu, lowest, highest, step) = row;
            (lowest..=highest)
                .step_by(step as usize)
                .filter(|memory| Self::new(cpu, *memory).is_ok())
                .collect()
        };
        let rows = SIZES.map(|row| {
            serde_json::json!({
                "properties": {
                    "cpu": { "const": row.0 }, "memory_mib": { "enum": memories(&row) }
                }
            })
        });
        json_schema!({
            "type": "object",
            "properties": {
                "cpu": {
                    "type": "integer", "enum": SIZES.map(|row| row.0),
                    "description": "CPU units; 1024 are one vCPU."
                },
                "memory_mib": { "type": "integer", "description": "Memory in MiB." },
            },
            "required": ["cpu", "memory_mib"],
            "additionalProperties": false,
            "oneOf": rows,
            "x-allowed": SIZES.map(
                |row| format!("cpu = {} with memory_mib = {}", row.0, allowed(&row))
            ).join("; "),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_size_is_accepted_and_their_number_is_right() {
        let accepted = |cpu: u32| {
            (0..=130_000).filter(|memory| FargateSize::new(cpu, *memory).is_ok()).count()
        };
        assert_eq!(SIZES.map(|row| accepted(row.0)), [3, 4, 7, 13, 23, 12, 12]);
    }

    #[test]
    fn a_size_fargate_lacks_is_refused_with_the_sizes_it_has() {
        let message = |cpu, memory| FargateSize::new(cpu, memory).unwrap_err().to_string();
        assert!(message(300, 512).starts_with("300 CPU units are not offered; allowed: 256, 512"));
        assert_eq!(
            message(256, 1_536),
            "1536 MiB do not go with 256 CPU units; allowed: 512, 1024 or 2048 MiB"
        );
        assert_eq!(
            message(1_024, 1_024),
            "1024 MiB do not go with 1024 CPU units; allowed: 2048 to 8192 in steps of 1024 MiB"
        );
    }
}
