# Builds a private root around one server and starts the server there without any privilege.
# Runs as the first process of new user, mount, network, process, ipc, cgroup and host name namespaces.
# Usage: enter.sh FOLDER INSIDE NODE BYTES COMMAND...
# FOLDER is seen as INSIDE and the file NODE as /node, both read-only; /home and /tmp are empty and hold BYTES each.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
folder=$1 inside=$2 node=$3 bytes=$4
passwd=$(dirname "$0")/passwd
shift 4

# A folder that every Linux has and where no package lies. What is put over it exists in this namespace only.
cd /
mount -t tmpfs -o mode=755,size=1m tmpfs /sys
cd /sys
for system in usr lib lib32 lib64 bin; do
  if [ -L "/$system" ]; then
    ln -s "$(readlink "/$system")" "$system"
  elif [ -d "/$system" ]; then
    mkdir "$system"
    mount --rbind "/$system" "$system"
  fi
done
mkdir -p ".$inside" dev proc tmp home etc
cat "$passwd" > etc/passwd
mount --rbind "$folder" ".$inside"
for file in dev/null dev/zero dev/random dev/urandom; do
  touch "$file"
  mount --bind "/$file" "$file"
done
touch node
mount --bind "$node" node
mount -t proc proc proc

pivot_root . .
umount -l .
echo 0 > /proc/sys/user/max_user_namespaces
cut -d ' ' -f 5 /proc/self/mountinfo | while read -r place; do
  case $place in
    /dev/*) options=remount,bind,ro,nosuid ;;
    *) options=remount,bind,ro,nosuid,nodev ;;
  esac
  mount -o "$options" "$(printf '%b' "$place")"
done
mount -t tmpfs -o "mode=700,nosuid,nodev,size=$bytes" tmpfs /tmp
mount -t tmpfs -o "mode=700,nosuid,nodev,size=$bytes" tmpfs /home
cd /home
exec "$@"
