#!/bin/sh
# The weights from nothing: sh training/make.sh DATA (the folder of the data sets), in reader/.
# A step whose outcome stands in work/ is not made again, and a training that was stopped goes on.
set -eu
data=${1:?the folder of the data sets}
python=${PYTHON:-python}
dev="$data/squad/dev.json $data/squad/dev2.json"

[ -e work/first.jsonl ] || $python -m training.prepare training/configs/prepare-first.toml "$data"
if [ ! -e work/first/reader-int8.onnx ]; then
    $python -m training.train training/configs/first.toml
    $python -m training.export work/first/mean.safetensors work/first
    # shellcheck disable=SC2086
    $python -m training.evaluate work/first $dev --limit 1000 | tee work/first/figures.jsonl
fi
[ -e work/refine.jsonl ] || $python -m training.prepare training/configs/prepare.toml "$data"
$python -m training.train training/configs/refine.toml
$python -m training.export work/refine/mean.safetensors work/refine
# shellcheck disable=SC2086
$python -m training.evaluate work/refine $dev --limit 1000 | tee work/refine/figures.jsonl
echo "copy reader.json, reader-int8.onnx and vocab.txt from work/refine to hegang_qa_reader/data"
