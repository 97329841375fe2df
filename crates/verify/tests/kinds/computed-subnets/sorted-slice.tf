# One of the subnets, picked from a list that is known only after the apply: whether the loss of a
# zone takes all of it is unknown, and nothing is spread over three zones.
#: source: zone:us-east-1a=unknown; open:zone-*@aws_autoscaling_group.g
#: source: open:zone-*@aws_eks_node_group.n
#: folder: zone:us-east-1a=unknown; open:zone-*@aws_autoscaling_group.g
#: folder: open:zone-*@aws_eks_node_group.n

locals {
  one = slice(sort([for s in aws_subnet.main : s.id]), 0, 1)
}
resource "aws_autoscaling_group" "g" {
  min_size            = 6
  max_size            = 9
  vpc_zone_identifier = local.one
  launch_template {
    id = "lt-0123456789abcdef0"
  }
}
resource "aws_eks_node_group" "n" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/n"
  subnet_ids    = local.one
  scaling_config {
    desired_size = 6
    min_size     = 6
    max_size     = 9
  }
}
