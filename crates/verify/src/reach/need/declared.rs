//! The flows of a policy file.

use std::net::IpAddr;

use super::Needs;
use crate::declared::End as Declared;
use crate::reach::flow::{End, Flow};
use crate::reach::network::Peer;

pub fn add(needs: &mut Needs) {
    for declared in &needs.inventory.declared().flows {
        let (from, to) = (ends(needs, &declared.from), ends(needs, &declared.to));
        for port in ports(needs, declared.ports.clone()) {
            for (from, sources) in &from {
                for (to, targets) in &to {
                    if from == to && sources == targets && sources.len() < 2 {
                        continue;
                    }
                    let pairs =
                        sources.iter().flat_map(|from| targets.iter().map(|to| (*from, *to)));
                    let pairs: Vec<_> = pairs.filter(|(from, to)| from != to).collect();
                    let doubt = pairs.is_empty().then(|| {
                        let end = if sources.is_empty() { from } else { to };
                        format!(
                            "no resource of this plan that has addresses in its networks is {end}"
                        )
                    });
                    let flow = Flow {
                        from: from.clone(),
                        to: to.clone(),
                        protocol: declared.protocol,
                        port,
                        why: declared.why.clone(),
                        by: None,
                        declared_at: Some(declared.declared_at.clone()),
                        pairs: needs.answered(pairs, declared.protocol, port),
                        doubt,
                    };
                    needs.flows.push(flow);
                }
            }
        }
    }
}

/// What an end of a declared flow is here, with the peers of each.
fn ends<'a>(needs: &Needs<'_, 'a>, written: &Declared) -> Vec<(End<'a>, Vec<Peer>)> {
    match written {
        Declared::Internet => vec![(End::Internet, vec![Peer::Internet])],
        Declared::Range(range) => {
            let addresses: Vec<IpAddr> = needs.network.places(*range);
            vec![(End::Range(*range), addresses.into_iter().map(Peer::Address).collect())]
        }
        Declared::Resources(pattern) => {
            let mut found: Vec<(End<'a>, Vec<Peer>)> = Vec::new();
            for interface in needs.network.interfaces() {
                if !pattern.matches(interface.resource.address()) {
                    continue;
                }
                let (end, peer) =
                    (End::Resource(interface.resource), Peer::Interface(interface.id));
                match found.iter_mut().find(|(own, _)| *own == end) {
                    Some((_, peers)) => peers.push(peer),
                    None => found.push((end, vec![peer])),
                }
            }
            if found.is_empty() {
                found.push((End::Nothing(pattern.to_string()), Vec::new()));
            }
            found
        }
    }
}

/// A port of each part of a range that the plan tells apart.
fn ports(needs: &Needs, range: std::ops::RangeInclusive<u16>) -> Vec<u16> {
    let marks = needs.network.port_marks();
    let within = marks.range(range.clone()).copied().filter(|mark| mark != range.start());
    std::iter::once(*range.start()).chain(within).collect()
}
