# One of them through `try`: its zone is known.
#: source: zone:us-east-1a=lost; fail:zone-*@aws_eks_node_group.n
#: folder: zone:us-east-1a=lost; fail:zone-*@aws_eks_node_group.n

variable "defaults" {
  type    = any
  default = {}
}
resource "aws_eks_node_group" "n" {
  cluster_name  = "main"
  node_role_arn = "arn:aws:iam::111122223333:role/n"
  subnet_ids    = try(var.defaults.subnet_ids, [aws_subnet.main["a"].id])
  scaling_config {
    desired_size = 6
    min_size     = 6
    max_size     = 9
  }
}
