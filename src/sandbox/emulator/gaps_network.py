"""Gaps of EC2."""

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
