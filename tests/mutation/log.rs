use crate::stack::Mutation;

pub const MUTATIONS: &[Mutation] = &[];
