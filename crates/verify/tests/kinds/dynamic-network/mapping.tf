#: plan: fail|open:zone-load-balancer-spans; zone:us-east-1a!=survives
#: source: fail:zone-load-balancer-spans; zone:us-east-1a=lost
#: folder: fail:zone-load-balancer-spans; zone:us-east-1a=lost

resource "aws_lb" "l" {
  load_balancer_type = "network"
  dynamic "subnet_mapping" {
    for_each = [for key, subnet in aws_subnet.main : subnet.id if key == "a"]
    content { subnet_id = subnet_mapping.value }
  }
}
