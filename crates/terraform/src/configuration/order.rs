//! The order of evaluation: everything after what it refers to. A cycle is an error, even where
//! nothing uses it.

use std::collections::HashMap;

use super::graph::{Graph, Vertex};
use super::tree::Tree;
use crate::diagnostic::Diagnostic;

/// Everything in its order, where names are checked; a cycle is added to the problems.
pub(super) fn order(tree: &Tree, problems: &mut Vec<Diagnostic>) -> Vec<Vertex> {
    let graph = Graph { tree };
    let mut search = Search { graph, state: HashMap::new(), order: Vec::new() };
    for node in 0..tree.nodes.len() {
        for vertex in graph.all(node) {
            if let Err(cycle) = search.visit(vertex) {
                problems.push(*cycle);
                return Vec::new();
            }
        }
    }
    search.order
}

/// A depth-first search without recursion: chains of names may be long.
struct Search<'a> {
    graph: Graph<'a>,
    /// Whether a vertex is done; one that is not yet is on the path.
    state: HashMap<Vertex, bool>,
    order: Vec<Vertex>,
}

impl Search<'_> {
    fn visit(&mut self, first: Vertex) -> Result<(), Box<Diagnostic>> {
        if self.state.contains_key(&first) {
            return Ok(());
        }
        self.state.insert(first.clone(), false);
        let before = self.graph.before(&first);
        let mut path = vec![(first, before.into_iter())];
        while let Some((vertex, before)) = path.last_mut() {
            match before.next() {
                None => {
                    let vertex = vertex.clone();
                    self.state.insert(vertex.clone(), true);
                    self.order.push(vertex);
                    path.pop();
                }
                Some(next) => match self.state.get(&next) {
                    Some(true) => {}
                    Some(false) => {
                        return Err(self.cycle(path.iter().map(|(vertex, _)| vertex), &next));
                    }
                    None => {
                        self.state.insert(next.clone(), false);
                        let before = self.graph.before(&next);
                        path.push((next, before.into_iter()));
                    }
                },
            }
        }
        Ok(())
    }

    fn cycle<'b>(&self, path: impl Iterator<Item = &'b Vertex>, again: &Vertex) -> Box<Diagnostic> {
        let circle: Vec<String> = path
            .skip_while(|vertex| *vertex != again)
            .map(|vertex| self.graph.name(vertex))
            .collect();
        let detail = format!("{}. Each names the next, and the last the first.", circle.join(", "));
        Diagnostic::new(self.graph.span(again), "Cycle", detail)
    }
}
