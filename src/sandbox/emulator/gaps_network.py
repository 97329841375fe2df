"""Gaps of EC2."""

import threading

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend

from gaps import around, gap


@gap
def nat_gateway_frees_its_address():
    """A deleted NAT gateway keeps its address: `aws_nat_gateway` cannot be created again after it was lost."""

    @around(EC2Backend, "delete_nat_gateway")
    def delete(original, self, nat_gateway_id):
        gateway = original(self, nat_gateway_id)
        for address in gateway.address_set:
            if self.address_by_association([address.get("associationId")]):
                self.disassociate_address(association_id=address["associationId"])
        return gateway


@gap
def network_acl_entry_is_gone():
    """Deleting an entry that is gone, as after a lost answer, is an internal error: `aws_network_acl_rule` cannot be destroyed."""
    one_at_a_time = threading.Lock()

    @around(EC2Backend, "delete_network_acl_entry")
    def delete(original, self, network_acl_id, rule_number, egress):
        with one_at_a_time:
            try:
                return original(self, network_acl_id, rule_number, egress)
            except StopIteration:
                gone = f"The network acl entry {rule_number} of {network_acl_id} does not exist"
                raise EC2ClientError("InvalidNetworkAclEntry.NotFound", gone) from None
